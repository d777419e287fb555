using Iris.Tests.Infrastructure.App;

namespace Iris.Tests.Infrastructure.Dev;

/// <summary>dev.yaml has the bucket and the table of app.yaml, without what only a site that runs needs.</summary>
public sealed class DevTemplateTests
{
    [Theory]
    [InlineData("ImageBucket", "CorsConfiguration")]
    [InlineData("ImageBucket", "PublicAccessBlockConfiguration")]
    [InlineData("ImageBucket", "OwnershipControls")]
    [InlineData("ImageBucket", "BucketEncryption")]
    [InlineData("ImageTable", "BillingMode")]
    [InlineData("ImageTable", "AttributeDefinitions")]
    [InlineData("ImageTable", "KeySchema")]
    [InlineData("ImageTable", "GlobalSecondaryIndexes")]
    [InlineData("ImageTable", "TimeToLiveSpecification")]
    public void A_property_is_the_same_in_both(string logicalId, string property)
    {
        var app = AppTemplate.Resources(
            AppTemplate.Text, new Dictionary<string, string>(AppTemplate.LeastParameters) { ["SiteOrigins"] = "http://localhost:8080" })
            .Single(resource => resource.LogicalId == logicalId)[$"Properties.{property}"];

        Assert.NotNull(app);
        Assert.Equal(app.ToJsonString(), Developers(logicalId)[$"Properties.{property}"]?.ToJsonString());
    }

    [Fact]
    public void Uploads_are_told_of_by_the_same_events()
    {
        const string Path = "Properties.NotificationConfiguration";
        var app = Assert.Single(
            AppTemplate.Good.Single(resource => resource.LogicalId == "ImageBucket").Each($"{Path}.LambdaConfigurations"));
        var developers = Assert.Single(Developers("ImageBucket").Each($"{Path}.QueueConfigurations"));

        Assert.Equal(app["Event"]!.ToJsonString(), developers["Event"]!.ToJsonString());
        Assert.Equal(app["Filter"]!.ToJsonString(), developers["Filter"]!.ToJsonString());
    }

    [Theory]
    [InlineData("ImageBucket")]
    [InlineData("ImageTable")]
    [InlineData("UploadEvents")]
    public void Nothing_is_kept_when_the_stack_goes(string logicalId) => Assert.Equal(
        ("Delete", "Delete"), (Developers(logicalId).Text("DeletionPolicy"), Developers(logicalId).Text("UpdateReplacePolicy")));

    private static Resource Developers(string logicalId) => DevTemplate.Good.Single(resource => resource.LogicalId == logicalId);
}
