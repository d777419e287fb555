using Microsoft.Extensions.Options;

namespace Iris.Tests.Integration.Edge;

public sealed class SettingsAreChecked
{
    [Theory]
    [InlineData("Edge:ApiOrigin", "ftp://127.0.0.1/", "Edge:ApiOrigin")]
    [InlineData("Edge:ImagesOrigin", "ftp://127.0.0.1/", "Edge:ImagesOrigin")]
    [InlineData("Edge:SiteOrigin", "http://127.0.0.1:3000", "Edge:SiteOrigin")]
    [InlineData("Edge:SiteDirectory", "/nowhere/at/all", "/nowhere/at/all")]
    [InlineData("Edge:OriginReadTimeoutSeconds", "0", "Edge:OriginReadTimeoutSeconds")]
    [InlineData("AWS_SECRET_ACCESS_KEY", "", "AWS_SECRET_ACCESS_KEY")]
    public async Task A_wrong_setting_ends_the_start_and_is_named(string setting, string value, string named)
    {
        var fault = await Assert.ThrowsAsync<OptionsValidationException>(() => EdgeHost.StartAsync(settings: (setting, value)));

        Assert.Contains(named, fault.Message, StringComparison.Ordinal);
    }
}
