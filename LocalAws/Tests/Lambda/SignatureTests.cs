using System.Net;
using System.Text;
using Iris.Tests.Support.Lambda;
using LocalAws.Shared.SigV4;
using Microsoft.Extensions.Options;

namespace LocalAws.Tests.Lambda;

/// <summary>Who calls Lambda on this machine signs for it, as on AWS: a page in a browser has no key.</summary>
public sealed class SignatureTests : IAsyncDisposable
{
    private const string Invoke = "/2015-03-31/functions/F/invocations";

    private readonly LocalLambda _lambda = LocalLambda.Start(new Dictionary<string, string> { ["Functions:F:TimeoutSeconds"] = "20" });
    private readonly HttpClient _http = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _lambda.DisposeAsync();
    }

    [Theory]
    [InlineData("POST", Invoke)]
    [InlineData("GET", "/_local/failures")]
    [InlineData("DELETE", "/_local/failures")]
    [InlineData("POST", "/_local/failures/redrive")]
    public async Task A_call_without_a_signature_is_refused(string method, string path) =>
        Assert.Equal(
            (HttpStatusCode.Forbidden, "MissingAuthenticationTokenException"),
            await SendAsync(new HttpRequestMessage(new HttpMethod(method), new Uri(_lambda.Endpoint, path))));

    [Theory]
    [InlineData("stranger", "localsecret", "lambda", "UnrecognizedClientException")]
    [InlineData("local", "guessed", "lambda", "InvalidSignatureException")]
    [InlineData("local", "localsecret", "s3", "IncompleteSignatureException")]
    public async Task A_signature_of_another_key_or_for_another_service_is_refused(
        string accessKeyId, string secretAccessKey, string service, string error)
    {
        var request = Request("{}");
        Sign(request, new AwsKeyPair { AccessKeyId = accessKeyId, SecretAccessKey = secretAccessKey }, service, "{}");

        Assert.Equal((HttpStatusCode.Forbidden, error), await SendAsync(request));
    }

    [Fact]
    public async Task A_payload_that_was_not_signed_for_is_refused()
    {
        var request = Request("""{"bucket":"another"}""");
        Sign(request, AwsKeyPair.Local, "lambda", """{"bucket":"one"}""");

        Assert.Equal((HttpStatusCode.Forbidden, "InvalidSignatureException"), await SendAsync(request));
    }

    [Fact]
    public async Task What_was_refused_reaches_no_sandbox()
    {
        var asked = new List<string>();
        await using var sandbox = Sandbox.Start(_lambda, "F", (input, _) =>
        {
            asked.Add(input);
            return Task.FromResult("null");
        });

        await SendAsync(Request("\"refused\""));
        using var signed = await _lambda.InvokeAsync("F", "\"signed\"", Cancellation);

        Assert.Equal(HttpStatusCode.OK, signed.StatusCode);
        Assert.Equal("\"signed\"", Assert.Single(asked));
    }

    private HttpRequestMessage Request(string payload) =>
        new(HttpMethod.Post, new Uri(_lambda.Endpoint, Invoke)) { Content = new StringContent(payload, Encoding.UTF8, "application/json") };

    private static void Sign(HttpRequestMessage request, AwsKeyPair keys, string service, string payload) =>
        new SigV4Signer(Options.Create(keys), TimeProvider.System)
            .Sign(request, service, PayloadHash.Of(Encoding.UTF8.GetBytes(payload)));

    private async Task<(HttpStatusCode Status, string Error)> SendAsync(HttpRequestMessage request)
    {
        using var sent = request;
        using var response = await _http.SendAsync(sent, Cancellation);
        return (response.StatusCode, response.Headers.TryGetValues("x-amzn-ErrorType", out var error) ? error.Single() : "");
    }
}
