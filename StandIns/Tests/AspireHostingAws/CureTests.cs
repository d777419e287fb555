using Amazon.Runtime;
using Aspire.Hosting;
using Aspire.Hosting.AWS;
using Aspire.Hosting.AWS.Provisioning;

namespace StandIns.Tests.AspireHostingAws;

public sealed class CureTests
{
    private readonly IAWSSDKConfig _ann = DistributedApplication.CreateBuilder().AddAWSSDKConfig().WithProfile("ann");

    [Theory]
    [InlineData("ExpiredToken", "The security token included in the request is expired", "aws sso login")]
    [InlineData("InvalidClientTokenId", "The security token included in the request is invalid.", "sign in again")]
    [InlineData("AccessDenied", "User ann is not authorized to perform: cloudformation:CreateStack", "cloudformation:DescribeStacks")]
    [InlineData("ValidationError", "Template error: unresolved resource dependencies [Queue]", "CloudFormation answered ValidationError")]
    public void An_answer_of_AWS_is_repeated_and_explained(string code, string message, string cure)
    {
        var told = Cure.For(new AmazonServiceException(message) { ErrorCode = code }, _ann, "iris-dev");

        Assert.Contains(message.TrimEnd('.'), told, StringComparison.Ordinal);
        Assert.Contains(cure, told, StringComparison.Ordinal);
    }

    [Fact]
    public void Credentials_that_expired_are_named_by_their_profile() =>
        Assert.Contains(
            "the profile 'ann'",
            Cure.For(new AmazonServiceException("expired") { ErrorCode = "ExpiredToken" }, _ann, "iris-dev"),
            StringComparison.Ordinal);

    [Fact]
    public void Without_a_region_the_variable_is_named() =>
        Assert.Contains(
            "AWS_REGION",
            Cure.For(new AmazonClientException("No RegionEndpoint or ServiceURL configured"), _ann, "iris-dev"),
            StringComparison.Ordinal);

    [Fact]
    public void Without_credentials_the_ways_to_some_are_named() => Assert.StartsWith(
        "There are no AWS credentials for the profile 'ann'. Sign in",
        Cure.For(new AmazonClientException("Failed to resolve AWS credentials."), _ann, "iris-dev"),
        StringComparison.Ordinal);

    [Fact]
    public void A_profile_that_needs_more_of_the_SDK_is_exported_by_the_AWS_CLI() => Assert.Contains(
        "eval \"$(aws configure export-credentials --profile ann --format env)\"",
        Cure.For(new AmazonClientException("Assembly AWSSDK.SSO could not be found or loaded."), _ann, "iris-dev"),
        StringComparison.Ordinal);

    [Fact]
    public void Without_a_network_it_is_not_the_credentials_that_are_to_blame() => Assert.Equal(
        "CloudFormation could not be reached: Name or service not known.",
        Cure.For(new HttpRequestException("Name or service not known"), config: null, "iris-dev"));
}
