using Iris.Tests.Support;
using LocalAws.Shared.CloudFormation;

namespace LocalAws.Tests.CloudFront;

public sealed class SecurityHeadersTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/")]
    [InlineData("/nowhere")]
    [InlineData("/api/images")]
    [InlineData("/images/a/300.webp")]
    [InlineData("/images/..%2fuploads/a")]
    public async Task Every_answer_carries_them_errors_included(string path)
    {
        await using var cloudFront = await CloudFrontHost.StartAsync(images: new Uri("http://s3.test:9000"));

        using var response = await cloudFront.Client().GetAsync(path, Cancellation);

        Assert.Equal(Expected(), Actual(response).IntersectBy(Expected().Keys, header => header.Key).ToDictionary());
    }

    [Fact]
    public async Task An_origin_cannot_loosen_them_and_what_names_the_origin_is_removed()
    {
        await using var api = await StubOrigin.StartAsync(context =>
        {
            context.Response.Headers["Content-Security-Policy"] = "default-src *";
            context.Response.Headers["X-Powered-By"] = "stub";
            context.Response.Headers["x-amz-request-id"] = "0123456789";
            return Task.CompletedTask;
        });
        await using var cloudFront = await CloudFrontHost.StartAsync(api: api.Address, images: new Uri("http://s3.test:9000"));

        using var response = await cloudFront.Client().GetAsync("/api/images", Cancellation);

        var headers = Actual(response);
        Assert.Equal(Expected()["Content-Security-Policy"], headers["Content-Security-Policy"]);
        Assert.Empty(headers.Keys.Intersect(["Server", "X-Powered-By", "x-amz-request-id"], StringComparer.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task With_an_issuer_pages_are_told_of_it_and_may_ask_it()
    {
        await using var cloudFront = await CloudFrontHost.StartAsync(settings:
        [
            ("CloudFront:SignIn:Issuer", "http://127.0.0.1:9003"),
            ("CloudFront:SignIn:Audience", "urn:iris:api"),
            ("CloudFront:SignIn:ClientId", "iris"),
        ]);

        using var response = await cloudFront.Client().GetAsync("/api/images", Cancellation);

        var headers = Actual(response);
        Assert.Equal(
            "<http://127.0.0.1:9003>; rel=\"http://openid.net/specs/connect/1.0/issuer\"; client_id=\"iris\"; audience=\"urn:iris:api\"",
            headers["Link"]);
        Assert.Matches("connect-src 'self' [^;]* http://127.0.0.1:9003;", headers["Content-Security-Policy"]);
    }

    private static Dictionary<string, string> Actual(HttpResponseMessage response) =>
        response.Headers.ToDictionary(header => header.Key, header => string.Join(", ", header.Value));

    // Read from the template by hand, not by the server's own reader.
    private static Dictionary<string, string> Expected()
    {
        var evaluator = new TemplateEvaluator(
            Template.Load(Repository.PathOf("cloudformation", "app.yaml")),
            new StackContext { PhysicalIds = new Dictionary<string, string> { ["ImageBucket"] = "iris-images" } });
        var config = evaluator.Properties("SecurityHeaders", "AWS::CloudFront::ResponseHeadersPolicy")["ResponseHeadersPolicyConfig"]!;
        var security = config["SecurityHeadersConfig"]!;
        var expected = config["CustomHeadersConfig"]!["Items"]!.AsArray()
            .ToDictionary(item => item!["Header"]!.ToString(), item => item!["Value"]!.ToString());
        expected["Content-Security-Policy"] = security["ContentSecurityPolicy"]!["ContentSecurityPolicy"]!.ToString()
            .Replace("https://iris-images.s3.us-east-1.amazonaws.com", "http://s3.test:9000", StringComparison.Ordinal);
        expected["X-Content-Type-Options"] = "nosniff";
        expected["X-Frame-Options"] = security["FrameOptions"]!["FrameOption"]!.ToString();
        expected["Referrer-Policy"] = security["ReferrerPolicy"]!["ReferrerPolicy"]!.ToString();
        return expected;
    }
}
