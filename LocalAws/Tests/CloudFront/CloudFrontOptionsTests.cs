using Microsoft.Extensions.Options;

namespace LocalAws.Tests.CloudFront;

public sealed class CloudFrontOptionsTests
{
    [Theory]
    [InlineData("CloudFront:ApiOrigin", "ftp://127.0.0.1/", "CloudFront:ApiOrigin")]
    [InlineData("CloudFront:ImagesOrigin", "ftp://127.0.0.1/", "CloudFront:ImagesOrigin")]
    [InlineData("CloudFront:SiteOrigin", "http://127.0.0.1:3000", "CloudFront:SiteOrigin")]
    [InlineData("CloudFront:SiteDirectory", "/nowhere/at/all", "/nowhere/at/all")]
    [InlineData("CloudFront:OriginReadTimeoutSeconds", "0", "CloudFront:OriginReadTimeoutSeconds")]
    [InlineData("CloudFront:SignIn:Issuer", "http://127.0.0.1:9003", "CloudFront:SignIn")]
    [InlineData("AWS_SECRET_ACCESS_KEY", "", "AWS_SECRET_ACCESS_KEY")]
    public async Task A_wrong_setting_ends_the_start_and_is_named(string setting, string value, string named)
    {
        var fault = await Assert.ThrowsAsync<OptionsValidationException>(() => CloudFrontHost.StartAsync(settings: (setting, value)));

        Assert.Contains(named, fault.Message, StringComparison.Ordinal);
    }
}
