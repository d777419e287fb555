using LocalAws.CloudFront;
using LocalAws.CloudFront.Headers;

namespace LocalAws.Tests.CloudFront;

public sealed class LocalContentSecurityPolicyTests
{
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self' https://iris-images.s3.us-east-1.amazonaws.com; base-uri 'none'";

    [Theory]
    [InlineData("http://127.0.0.1:9000", "http://127.0.0.1:9000 http://localhost:9000")]
    [InlineData("http://localhost:9000/", "http://localhost:9000 http://127.0.0.1:9000")]
    [InlineData("http://s3.test:9000", "http://s3.test:9000")]
    public void The_bucket_s_host_becomes_the_local_S3_in_both_spellings_of_loopback(string s3, string sources) =>
        Assert.Equal(
            $"default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self' {sources}; base-uri 'none'",
            LocalContentSecurityPolicy.Of(Policy, new CloudFrontOptions { ImagesOrigin = new Uri(s3) }));

    [Fact]
    public void With_the_bucket_on_AWS_nothing_differs() =>
        Assert.Equal(Policy, LocalContentSecurityPolicy.Of(Policy, new CloudFrontOptions()));

    [Theory]
    [InlineData(null, "https://iris-images.s3.us-east-1.amazonaws.com/")]
    [InlineData("http://127.0.0.1:9000/", "http://127.0.0.1:9000/iris-images")]
    public void The_bucket_is_on_AWS_unless_S3_is_elsewhere(string? s3, string bucket) =>
        Assert.Equal(bucket, new CloudFrontOptions { ImagesOrigin = s3 is null ? null : new Uri(s3) }.BucketUrl.AbsoluteUri);

    [Fact]
    public void A_development_server_may_write_scripts_and_styles_into_its_pages() =>
        Assert.Equal(
            "default-src 'none'; script-src 'unsafe-eval' 'unsafe-inline' 'self'; style-src 'unsafe-inline' 'self'; connect-src 'self' http://s3.test; base-uri 'none'",
            LocalContentSecurityPolicy.Of(Policy, new CloudFrontOptions { ImagesOrigin = new Uri("http://s3.test"), SiteOrigin = new Uri("http://127.0.0.1:3000") }));
}
