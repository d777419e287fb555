using System.Net;
using Amazon.S3.Model;
using Iris.Tests.Support.S3;

namespace LocalAws.Tests.S3;

public sealed class CorsTests(LocalS3 server) : S3Test(server)
{
    private const string Site = "http://localhost:8080";

    [Fact]
    public async Task Preflight_of_an_allowed_upload_says_so_without_a_signature()
    {
        await Allow(Site);

        using var response = await Preflight(Site, "PUT", "content-type, x-amz-checksum-sha256");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(Site, Header(response, "Access-Control-Allow-Origin"));
        Assert.Contains("PUT", Header(response, "Access-Control-Allow-Methods"), StringComparison.Ordinal);
        Assert.Equal("content-type, x-amz-checksum-sha256", Header(response, "Access-Control-Allow-Headers"));
        Assert.Equal("600", Header(response, "Access-Control-Max-Age"));
        Assert.Equal("Origin, Access-Control-Request-Headers, Access-Control-Request-Method", Header(response, "Vary"));
    }

    [Theory]
    [InlineData("http://evil.example", "PUT", "content-type")]
    [InlineData(Site, "DELETE", "content-type")]
    [InlineData(Site, "PUT", "authorization")]
    public async Task Preflight_of_anything_else_is_refused_without_a_hint(string origin, string method, string headers)
    {
        await Allow(Site);

        using var response = await Preflight(origin, method, headers);

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Equal("-", Header(response, "Access-Control-Allow-Origin"));
        Assert.Equal("-", Header(response, "Access-Control-Allow-Methods"));
    }

    [Fact]
    public async Task Preflight_of_a_bucket_without_rules_or_of_no_bucket_is_refused()
    {
        using var without = await Preflight(Site, "PUT", "content-type");
        using var missing = await Exchange(Preflight("no-such-bucket", Site, "PUT", "content-type"));

        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.Forbidden), (without.StatusCode, missing.StatusCode));
    }

    [Fact]
    public async Task A_request_gets_its_headers_also_when_it_fails()
    {
        await Allow(Site);
        await Put("k", Bytes(10));

        using var found = await Exchange(Signed(HttpMethod.Get, $"/{Bucket}/k", null, ("Origin", Site)));
        using var missing = await Exchange(Signed(HttpMethod.Get, $"/{Bucket}/nope", null, ("Origin", Site)));
        using var unsigned = await Exchange(
            new HttpRequestMessage(HttpMethod.Get, new Uri(Server.Endpoint, $"/{Bucket}/k")) { Headers = { { "Origin", Site } } });

        HttpResponseMessage[] responses = [found, missing, unsigned];
        Assert.Equal(
            [HttpStatusCode.OK, HttpStatusCode.NotFound, HttpStatusCode.Forbidden], responses.Select(response => response.StatusCode));
        Assert.All(responses, response => Assert.Equal(Site, Header(response, "Access-Control-Allow-Origin")));
        Assert.Equal("ETag, x-amz-request-id", Header(found, "Access-Control-Expose-Headers"));
    }

    [Fact]
    public async Task Anyone_is_answered_with_a_star_and_without_credentials()
    {
        await Allow("*");
        await Put("k", Bytes(10));

        using var response = await Exchange(Signed(HttpMethod.Get, $"/{Bucket}/k", null, ("Origin", Site)));

        Assert.Equal(("*", "-"), (Header(response, "Access-Control-Allow-Origin"), Header(response, "Access-Control-Allow-Credentials")));
    }

    [Fact]
    public async Task Rules_can_be_read_and_removed()
    {
        await Allow(Site);
        Assert.Single((await Client.GetCORSConfigurationAsync(Bucket, Cancellation)).Configuration.Rules);

        await Client.DeleteCORSConfigurationAsync(Bucket, Cancellation);

        using var response = await Preflight(Site, "PUT", "content-type");
        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
    }

    private Task Allow(string origin) => Client.PutCORSConfigurationAsync(new PutCORSConfigurationRequest
    {
        BucketName = Bucket,
        Configuration = new CORSConfiguration
        {
            Rules =
            [
                new CORSRule
                {
                    AllowedOrigins = [origin],
                    AllowedMethods = ["GET", "PUT"],
                    AllowedHeaders = ["content-type", "x-amz-*"],
                    ExposeHeaders = ["ETag", "x-amz-request-id"],
                    MaxAgeSeconds = 600,
                },
            ],
        },
    }, Cancellation);

    private Task<HttpResponseMessage> Preflight(string origin, string method, string headers) =>
        Exchange(Preflight(Bucket, origin, method, headers));

    private HttpRequestMessage Preflight(string bucket, string origin, string method, string headers)
    {
        var request = new HttpRequestMessage(HttpMethod.Options, new Uri(Server.Endpoint, $"/{bucket}/uploads/k?X-Amz-Signature=0"));
        request.Headers.Add("Origin", origin);
        request.Headers.Add("Access-Control-Request-Method", method);
        request.Headers.Add("Access-Control-Request-Headers", headers);
        return request;
    }

    private static string Header(HttpResponseMessage response, string name) =>
        response.Headers.TryGetValues(name, out var values) ? string.Join(", ", values) : "-";
}
