using Iris.Tests.Support;
using LocalAws.Provision;
using LocalAws.Shared.CloudFormation;

namespace LocalAws.Tests.Provision;

public sealed class DataResourcesTests
{
    [Fact]
    public void The_bucket_is_the_template_s_with_local_origins_and_the_local_function()
    {
        var bucket = DataResources.Read(Options()).Bucket;

        var rule = Assert.Single(bucket.CorsRules);
        Assert.Equal(["http://localhost:8080", "http://127.0.0.1:8080"], rule.AllowedOrigins);
        var notification = Assert.Single(bucket.LambdaConfigurations);
        Assert.Equal("arn:aws:lambda:us-east-1:000000000000:function:ImageProcessor:live", notification.Function);
        Assert.Equal(new KeyFilterRule("prefix", "uploads/"), Assert.Single(notification.Filter!.S3Key.Rules));
    }

    [Fact]
    public void The_table_is_the_template_s_and_what_only_AWS_has_is_named()
    {
        var table = DataResources.Read(Options()).Table;

        Assert.Equal([new("pk", "HASH"), new("sk", "RANGE")], table.KeySchema);
        Assert.Equal(["feed", "owner"], table.Indexes.Select(index => index.IndexName));
        Assert.Equal([new("feed", "HASH"), new("feedKey", "RANGE")], table.Indexes[0].KeySchema);
        Assert.Equal([new("owner", "HASH"), new("feedKey", "RANGE")], table.Indexes[1].KeySchema);
        Assert.Contains("TimeToLiveSpecification", table.OnAwsOnly.Keys);
    }

    [Fact]
    public void A_parameter_that_is_set_wins_over_the_local_default() =>
        Assert.Equal(
            ["http://localhost:3000"],
            DataResources.Read(Options() with { Parameters = new Dictionary<string, string> { ["SiteOrigins"] = "http://localhost:3000" } })
                .Bucket.CorsRules.Single().AllowedOrigins);

    [Fact]
    public void A_function_may_be_named_without_its_alias()
    {
        using var template = new TemporaryTemplate(
            text => text.Replace("Function: !Ref ImageProcessorLive", "Function: !GetAtt ImageProcessor.Arn"));

        Assert.Equal(
            "arn:aws:lambda:us-east-1:000000000000:function:ImageProcessor",
            DataResources.Read(Options() with { TemplatePath = template.Path }).Bucket.LambdaConfigurations.Single().Function);
    }

    [Theory]
    [InlineData("        LambdaConfigurations:", "        QueueConfigurations: []\n        LambdaConfigurations:", "QueueConfigurations")]
    [InlineData("            MaxAge: 3600", "            MaxAge: an hour", "MaxAge")]
    [InlineData(
        "          Projection: { ProjectionType: ALL }",
        "          Projection: { ProjectionType: ALL }\n          OnDemandThroughput: {}",
        "OnDemandThroughput")]
    [InlineData("AllowedMethods: [PUT]", "AllowedMethods: !Cidr [10.0.0.0/8, 1, 8]", "Fn::Cidr")]
    public void What_local_stand_ins_cannot_have_is_refused_by_name(string original, string mutant, string name)
    {
        using var template = new TemporaryTemplate(text => text.Replace(original, mutant));

        var fault = Assert.Throws<TemplateException>(() => DataResources.Read(Options() with { TemplatePath = template.Path }));

        Assert.Contains(name, fault.Message, StringComparison.Ordinal);
        Assert.True(fault.Line > 0);
    }

    private static ProvisionOptions Options() => new() { TemplatePath = Repository.PathOf("cloudformation", "app.yaml") };
}
