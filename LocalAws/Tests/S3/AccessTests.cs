using System.Net;
using Iris.Tests.Support.S3;
using LocalAws.Shared;

namespace LocalAws.Tests.S3;

public sealed class AccessTests(LocalS3 server) : S3Test(server)
{
    [Theory]
    [InlineData("GET", "/")]
    [InlineData("GET", "/{0}?list-type=2")]
    [InlineData("GET", "/{0}/k")]
    [InlineData("PUT", "/{0}/k")]
    [InlineData("DELETE", "/{0}/k")]
    [InlineData("POST", "/{0}?delete")]
    [InlineData("GET", "/no-such-bucket/k")]
    [InlineData("PATCH", "/{0}/k")]
    public async Task Access_without_a_signature_is_denied(string method, string target)
    {
        await Put("k", Bytes(10));

        var answer = await Send(new HttpRequestMessage(new HttpMethod(method), new Uri(Server.Endpoint, target.Replace("{0}", Bucket))));

        Assert.Equal((HttpStatusCode.Forbidden, "AccessDenied"), answer);
        Assert.Equal(Bytes(10), await Read("k"));
    }

    [Theory]
    [InlineData(LocalAccount.AccessKeyId, "another-secret", "SignatureDoesNotMatch")]
    [InlineData("another-key", LocalAccount.SecretAccessKey, "InvalidAccessKeyId")]
    public async Task Access_with_other_keys_is_denied(string accessKeyId, string secretAccessKey, string code)
    {
        using var stranger = Server.CreateClient(accessKeyId, secretAccessKey, static _ => { });

        Assert.Equal(code, (await Refused(() => stranger.GetObjectAsync(Bucket, "k", Cancellation))).ErrorCode);
    }

    [Fact]
    public async Task A_mismatch_shows_what_was_signed_here_and_never_the_secret()
    {
        var request = Signed(HttpMethod.Get, $"/{Bucket}/k");
        request.Headers.Add("x-amz-date", "20260101T000000Z");
        request.RequestUri = new Uri(Server.Endpoint, $"/{Bucket}/other");
        request.Headers.Remove("x-amz-date");
        request.Headers.Add("x-amz-date", Signed(HttpMethod.Get, "/").Headers.GetValues("x-amz-date"));

        using var response = await Exchange(request);
        var body = await response.Content.ReadAsStringAsync(Cancellation);

        Assert.Contains($"<CanonicalRequest>GET\n/{Bucket}/other\n", body, StringComparison.Ordinal);
        Assert.DoesNotContain(LocalAccount.SecretAccessKey, body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Access_to_the_health_of_the_server_is_free()
    {
        using var response = await Exchange(new HttpRequestMessage(HttpMethod.Get, new Uri(Server.Endpoint, "/_local/health")));

        Assert.Equal("Healthy", await response.Content.ReadAsStringAsync(Cancellation));
    }

    [Fact]
    public async Task Access_by_a_method_that_S3_does_not_have() => Assert.Equal(
        (HttpStatusCode.MethodNotAllowed, "MethodNotAllowed"), await Send(Signed(HttpMethod.Patch, $"/{Bucket}/k")));
}
