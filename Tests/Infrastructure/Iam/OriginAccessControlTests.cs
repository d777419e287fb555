using Iris.Tests.Infrastructure.App;

namespace Iris.Tests.Infrastructure.Iam;

public sealed class OriginAccessControlTests
{
    private const string Ours = "arn:aws:cloudfront::123456789012:distribution/iris-distribution";
    private const string AnothersOne = "arn:aws:cloudfront::999999999999:distribution/another";

    [Theory]
    [InlineData("s3:GetObject", "iris-imagebucket/images/x/300.webp", Ours, "true", "Allowed")]
    [InlineData("s3:GetObject", "iris-imagebucket/uploads/x", Ours, "true", "ImplicitlyDenied")]
    [InlineData("s3:GetObject", "iris-imagebucket/images/x/300.webp", AnothersOne, "true", "ImplicitlyDenied")]
    [InlineData("s3:GetObject", "iris-imagebucket/images/x/300.webp", Ours, "false", "ExplicitlyDenied")]
    [InlineData("s3:PutObject", "iris-imagebucket/images/x/300.webp", Ours, "true", "ImplicitlyDenied")]
    [InlineData("s3:GetObject", "iris-sitebucket/index.html", Ours, "true", "Allowed")]
    [InlineData("s3:GetObject", "iris-sitebucket/index.html", AnothersOne, "true", "ImplicitlyDenied")]
    [InlineData("s3:PutObject", "iris-sitebucket/index.html", Ours, "true", "ImplicitlyDenied")]
    public async Task Origin_access_control_reads_the_site_and_derivatives(
        string action, string path, string distribution, string secure, string answer)
    {
        var policy = path.StartsWith("iris-site", StringComparison.Ordinal) ? "SiteBucketPolicy" : "ImageBucketPolicy";
        var question = new Question("cloudfront.amazonaws.com", new AwsCall(action, $"arn:aws:s3:::{path}"), [])
        {
            ResourcePolicy = AppTemplate.Good.Single(resource => resource.LogicalId == policy)["Properties.PolicyDocument"],
            Context = new Dictionary<string, string[]> { ["AWS:SourceArn"] = [distribution], ["aws:SecureTransport"] = [secure] },
        };

        Assert.Equal([answer], await Simulation.DecideAsync([question], TestContext.Current.CancellationToken));
    }
}
