using Iris.Tests.Support;

namespace Iris.Tests.Infrastructure.Moto;

/// <summary>
/// The two templates that are made of resources which moto has, created by a CloudFormation that is not ours. For app.yaml it lacks
/// CloudFront and HTTP APIs, and of buckets it makes no more than the name.
/// </summary>
public sealed class StackCreationTests(LocalCloudFormation cloudFormation) : IClassFixture<LocalCloudFormation>
{
    [Fact]
    public async Task Dev_yaml_makes_a_bucket_a_queue_and_a_table_with_its_indexes()
    {
        var outputs = await cloudFormation.CreateAsync("dev", Repository.PathOf("cloudformation", "dev.yaml"));

        await cloudFormation.AwsAsync(["s3api", "head-bucket", "--bucket", outputs["ImageBucketName"]]);
        var table = (await cloudFormation.AwsAsync(["dynamodb", "describe-table", "--table-name", outputs["ImageTableName"]])).At("Table");
        Assert.Equal(["pk", "sk"], table.Each("KeySchema").Select(key => key.Text("AttributeName")));
        Assert.Equal(["feed", "owner"], table.Each("GlobalSecondaryIndexes").Select(index => index.Text("IndexName")));
        Assert.Equal("PAY_PER_REQUEST", table.Text("BillingModeSummary.BillingMode"));
        var queue = await cloudFormation.AwsAsync(
            ["sqs", "get-queue-attributes", "--queue-url", outputs["UploadEventsQueueUrl"], "--attribute-names", "All"]);
        Assert.Equal("true", queue.Text("Attributes.SqsManagedSseEnabled"));
    }

    [Fact]
    public async Task Bootstrap_yaml_makes_a_bucket_and_a_role_for_the_repository()
    {
        var outputs = await cloudFormation.CreateAsync(
            "bootstrap", Repository.PathOf("cloudformation", "bootstrap.yaml"), "ParameterKey=GitHubRepository,ParameterValue=owner/iris");

        await cloudFormation.AwsAsync(["s3api", "head-bucket", "--bucket", outputs["ArtifactBucketName"]]);
        var role = await cloudFormation.AwsAsync(["iam", "get-role", "--role-name", outputs["DeployRoleArn"].Split('/')[^1]]);
        Assert.Contains("repo:owner/iris:environment:production", role.Text("Role.AssumeRolePolicyDocument"), StringComparison.Ordinal);
    }
}
