using Iris.Tests.Infrastructure.App;
using Iris.Tests.Infrastructure.Dev;
using Iris.Tests.Support;
using LocalAws.Shared.CloudFormation;

namespace Iris.Tests.Infrastructure;

/// <summary>The names that the deploy command and the AppHost know.</summary>
public sealed class OutputTests
{
    [Fact]
    public void App_yaml_takes_and_tells_what_the_deploy_command_knows()
    {
        Assert.Equal(
            [
                "AlarmTopicArn", "ApiReservedConcurrency", "ArtifactBucket", "BudgetDollars", "BudgetEmail", "CertificateArn", "DeletionProtection", "DomainName", "EnableWaf", "ImageApiArtifact",
                "ImageProcessorArtifact", "NewImagesPerDay", "OidcAudience", "OidcClientId", "OidcIssuer", "OidcTokenOrigin", "OriginalExpiryDays", "ReservedConcurrency", "SiteOrigins",
            ],
            Template.Parse(AppTemplate.Text, "app.yaml").ParameterNames.Order(StringComparer.Ordinal));
        Assert.Equal(
            [
                "ApiUrl", "DistributionId", "FailedEventsQueueUrl", "ImageApiFunctionName", "ImageBucketName", "ImageProcessorFunctionName",
                "ImageTableName", "SiteBucketName", "SiteUrl",
            ],
            AppTemplate.Outputs(AppTemplate.LeastParameters).Keys.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("", "https://d111111abcdef8.cloudfront.net")]
    [InlineData("iris.example", "https://iris.example")]
    public void The_site_goes_by_its_own_name_if_it_has_one(string domain, string url)
    {
        var parameters = new Dictionary<string, string>(AppTemplate.LeastParameters)
        {
            ["DomainName"] = domain,
            ["CertificateArn"] = domain is "" ? "" : "arn:aws:acm:us-east-1:123456789012:certificate/1",
        };

        Assert.Equal(url, AppTemplate.Outputs(parameters)["SiteUrl"]);
    }

    [Fact]
    public void Before_the_site_has_an_address_the_stack_can_be_made() => Assert.NotEmpty(AppTemplate.Resources(
        AppTemplate.Text, new Dictionary<string, string>(AppTemplate.LeastParameters) { ["SiteOrigins"] = "https://pending.invalid" }));

    [Fact]
    public void Dev_yaml_tells_what_the_AppHost_knows() => Assert.Equal(
        [("ImageBucketName", "iris-dev-images-local"), ("ImageTableName", "iris-dev-imagetable"), ("UploadEventsQueueUrl", DevTemplate.QueueUrl)],
        DevTemplate.Outputs().Select(output => (output.Key, output.Value)));

    [Fact]
    public void Bootstrap_yaml_tells_what_the_pipeline_knows()
    {
        var template = Template.Load(Repository.PathOf("cloudformation", "bootstrap.yaml"));
        var evaluator = new TemplateEvaluator(template, new StackContext
        {
            PhysicalIds = template.Resources.Keys.ToDictionary(id => id),
            Parameters = new Dictionary<string, string> { ["GitHubRepository"] = "owner/iris" },
            Attributes = new Dictionary<string, string>
            {
                ["DeployRole.Arn"] = "arn:aws:iam::123456789012:role/deploy",
                ["ReviewRole.Arn"] = "arn:aws:iam::123456789012:role/review",
            },
        });

        Assert.Equal(["ArtifactBucketName", "DeployRoleArn", "ReviewRoleArn"], evaluator.Outputs().Keys);
    }
}
