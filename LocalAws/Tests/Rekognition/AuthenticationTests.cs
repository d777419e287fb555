using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Amazon.Rekognition;
using Iris.Tests.Support;
using LocalAws.Shared;

namespace LocalAws.Tests.Rekognition;

public sealed class AuthenticationTests(LocalRekognition rekognition)
{
    [Fact]
    public async Task An_unsigned_call_is_refused()
    {
        using var http = rekognition.CreateHttpClient();

        using var response = await http.PostAsync("/", Json("""{"Image":{"Bytes":"AQID"}}"""), TestContext.Current.CancellationToken);

        var error = await response.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("application/x-amz-json-1.1", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal("MissingAuthenticationTokenException", error.GetProperty("__type").GetString());
    }

    [Theory]
    [InlineData("somebody", LocalAccount.SecretAccessKey, "UnrecognizedClientException")]
    [InlineData(LocalAccount.AccessKeyId, "another secret", "InvalidSignatureException")]
    public async Task A_call_that_is_signed_with_the_wrong_keys_is_refused(string accessKeyId, string secretAccessKey, string code)
    {
        using var client = rekognition.CreateClient(accessKeyId, secretAccessKey);

        Assert.Equal(code, await ErrorCodeAsync(client));
    }

    [Fact]
    public async Task A_call_that_is_signed_for_another_region_is_refused()
    {
        using var client = rekognition.CreateClient(config => config.AuthenticationRegion = "eu-west-1");

        Assert.Equal("IncompleteSignatureException", await ErrorCodeAsync(client));
    }

    [Fact]
    public async Task A_body_that_was_changed_on_its_way_is_refused()
    {
        using var way = new OnTheWay(request => request.Content = Json("""{"Image":{"Bytes":"AQIE"}}"""));
        using var client = rekognition.CreateClient(config => config.HttpClientFactory = new SingleHandlerFactory(way));

        Assert.Equal("InvalidSignatureException", await ErrorCodeAsync(client));
    }

    [Fact]
    public async Task An_operation_that_was_changed_on_its_way_is_refused()
    {
        using var way = new OnTheWay(request =>
        {
            request.Headers.Remove("X-Amz-Target");
            request.Headers.Add("X-Amz-Target", "RekognitionService.DetectFaces");
        });
        using var client = rekognition.CreateClient(config => config.HttpClientFactory = new SingleHandlerFactory(way));

        Assert.Equal("InvalidSignatureException", await ErrorCodeAsync(client));
    }

    private static StringContent Json(string body) => new(body, System.Text.Encoding.UTF8, "application/x-amz-json-1.1");

    private static async Task<string> ErrorCodeAsync(AmazonRekognitionClient client) =>
        (await Assert.ThrowsAsync<AmazonRekognitionException>(() =>
            client.DetectLabelsAsync(new() { Image = Photographs.Cat.ToImage() }, TestContext.Current.CancellationToken))).ErrorCode;
}

/// <summary>Somebody between client and service who changes requests after they were signed.</summary>
internal sealed class OnTheWay(Action<HttpRequestMessage> change) : DelegatingHandler(new SocketsHttpHandler())
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        change(request);
        return base.SendAsync(request, cancellationToken);
    }
}
