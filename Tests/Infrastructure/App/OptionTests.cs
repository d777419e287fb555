namespace Iris.Tests.Infrastructure.App;

public sealed class OptionTests
{
    private static readonly IReadOnlyList<Resource> s_least = AppTemplate.Resources(AppTemplate.Text, AppTemplate.LeastParameters);

    [Fact]
    public void Without_an_issuer_every_route_is_open_and_there_is_no_authorizer()
    {
        Assert.DoesNotContain(s_least, resource => resource.Type == "AWS::ApiGatewayV2::Authorizer");
        Assert.All(s_least.Where(resource => resource.Type == "AWS::ApiGatewayV2::Route"), route =>
        {
            Assert.Contains(route.Text("Properties.AuthorizationType"), (string?[])[null, "NONE"]);
            Assert.Null(route["Properties.AuthorizerId"]);
        });
    }

    [Fact]
    public void Without_an_issuer_no_page_hears_of_one_and_none_connects_to_it()
    {
        var headers = Named("SecurityHeaders");

        Assert.Contains(
            "connect-src 'self' https://iris-imagebucket.s3.us-east-1.amazonaws.com;",
            headers.Text("Properties.ResponseHeadersPolicyConfig.SecurityHeadersConfig.ContentSecurityPolicy.ContentSecurityPolicy"),
            StringComparison.Ordinal);
        Assert.DoesNotContain(
            headers.Each("Properties.ResponseHeadersPolicyConfig.CustomHeadersConfig.Items"), header => header.Text("Header") == "Link");
    }

    [Fact]
    public void Without_a_firewall_there_is_none() => Assert.DoesNotContain(s_least, resource => resource.Type == "AWS::WAFv2::WebACL");

    [Fact]
    public void Without_a_topic_alarms_only_show() => Assert.All(
        s_least.Where(resource => resource.Type == "AWS::CloudWatch::Alarm"), alarm => Assert.Null(alarm["Properties.AlarmActions"]));

    [Fact]
    public void Originals_go_after_a_month_unless_none_are_to()
    {
        Assert.Equal(["30"], Expiries(AppTemplate.LeastParameters));
        Assert.Empty(Expiries(new Dictionary<string, string>(AppTemplate.LeastParameters) { ["OriginalExpiryDays"] = "0" }));
    }

    [Fact]
    public void Without_an_address_there_is_no_budget_of_the_account() =>
        Assert.DoesNotContain(s_least, resource => resource.Type == "AWS::Budgets::Budget");

    [Fact]
    public void A_young_account_reserves_nothing()
    {
        var young = new Dictionary<string, string>(AppTemplate.LeastParameters) { ["ReservedConcurrency"] = "0", ["ApiReservedConcurrency"] = "0" };

        Assert.All(
            AppTemplate.Resources(AppTemplate.Text, young).Where(resource => resource.Type == "AWS::Lambda::Function"),
            function => Assert.Null(function["Properties.ReservedConcurrentExecutions"]));
    }

    [Fact]
    public void Without_a_name_of_its_own_the_site_goes_by_CloudFronts()
    {
        Assert.Null(Named("Distribution")["Properties.DistributionConfig.Aliases"]);
        Assert.Equal("true", Named("Distribution").Text("Properties.DistributionConfig.ViewerCertificate.CloudFrontDefaultCertificate"));
    }

    [Fact]
    public void The_table_is_protected() => Assert.Equal("true", Named("ImageTable").Text("Properties.DeletionProtectionEnabled"));

    [Fact]
    public void Twenty_images_are_processed_at_once_unless_none_are_reserved()
    {
        var unreserved = new Dictionary<string, string>(AppTemplate.LeastParameters) { ["ReservedConcurrency"] = "0" };

        Assert.Equal("20", Named("ImageProcessor").Text("Properties.ReservedConcurrentExecutions"));
        Assert.Null(AppTemplate.Resources(AppTemplate.Text, unreserved).Single(resource => resource.LogicalId == "ImageProcessor")["Properties.ReservedConcurrentExecutions"]);
    }

    private static string[] Expiries(IReadOnlyDictionary<string, string> parameters) =>
    [
        .. AppTemplate.Resources(AppTemplate.Text, parameters).Single(resource => resource.LogicalId == "ImageBucket")
            .Each("Properties.LifecycleConfiguration.Rules").Select(rule => rule.Text("ExpirationInDays")).OfType<string>(),
    ];

    private static Resource Named(string logicalId) => s_least.Single(resource => resource.LogicalId == logicalId);
}
