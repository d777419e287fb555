using System.Diagnostics;
using System.Text.Json;
using Iris.Tests.Support;
using LocalAws.CloudFront.Site;

namespace Iris.Tests.Infrastructure.App;

public sealed class CloudFrontFunctionTests
{
    private static readonly string[] s_segments =
    [
        "", "a", "a.b", "photos", "Photos", "3zf0k8t5v1m7q2w9x4y6a0b1c2", "_next", "index.html", ".well-known",
    ];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void The_template_holds_the_text_of_the_file() => Assert.Equal(
        File.ReadAllText(Repository.PathOf("cloudformation", "functions", "site-rewrite.js")),
        AppTemplate.Good.Single(resource => resource.LogicalId == "SiteRewrite").Text("Properties.FunctionCode"));

    [Fact]
    public async Task Addresses_lead_to_the_files_that_they_lead_to_on_a_laptop()
    {
        var addresses = Path.Combine(Directory.CreateTempSubdirectory("addresses-").FullName, "addresses.json");
        await File.WriteAllTextAsync(
            addresses, JsonSerializer.Serialize(Addresses().Distinct().ToDictionary(address => address, SiteRewrite.ToFile)), Cancellation);

        await TestInNodeAsync("site-rewrite.test.mjs", ("ADDRESSES", addresses));
    }

    [Fact]
    public Task The_content_security_policy_allows_what_the_site_does_and_no_more() => TestInNodeAsync(
        "security-policy.test.mjs",
        ("CONTENT_SECURITY_POLICY", AppTemplate.Good.Single(resource => resource.LogicalId == "SecurityHeaders")
            .Text("Properties.ResponseHeadersPolicyConfig.SecurityHeadersConfig.ContentSecurityPolicy.ContentSecurityPolicy")!));

    private static IEnumerable<string> Addresses() =>
        from first in s_segments
        from second in s_segments
        from third in s_segments
        from address in (string[])[$"/{first}", $"/{first}/{second}", $"/{first}/{second}/{third}"]
        select address;

    private static async Task TestInNodeAsync(string file, (string Name, string Value) variable)
    {
        var start = new ProcessStartInfo("node", ["--test", Path.Combine(Tool.Checks, file)])
        {
            Environment = { [variable.Name] = variable.Value },
        };

        var (exitCode, output) = await Tool.RunAsync(start, input: "", Cancellation);

        Assert.True(exitCode == 0, output);
    }
}
