using Amazon.Runtime;

namespace Aspire.Hosting.AWS.Provisioning;

/// <summary>Says what to do about an error of AWS.</summary>
internal static class Cure
{
    private static readonly string[] s_signedOut =
    [
        "ExpiredToken", "ExpiredTokenException", "InvalidClientTokenId", "UnrecognizedClientException", "SignatureDoesNotMatch",
    ];

    /// <summary>The reason and its cure, in a sentence each.</summary>
    public static string For(Exception failure, IAWSSDKConfig? config, string stackName) => failure switch
    {
        AWSProvisioningException or IOException => failure.Message,
        AmazonServiceException { ErrorCode: "AccessDenied" or "AccessDeniedException" } refused =>
            $"{End(refused.Message)} The credentials of {Whose(config)} need the permission to look after the stack '{stackName}': cloudformation:DescribeStacks, DescribeStackEvents, CreateStack, UpdateStack, DeleteStack, and whatever its resources need.",
        AmazonServiceException answered when s_signedOut.Contains(answered.ErrorCode) =>
            $"{End(answered.Message)} The credentials of {Whose(config)} are no longer, or not, valid: sign in again (aws sso login, aws login), or correct them.",
        AmazonServiceException { ErrorCode: { Length: > 0 } code } answered => $"CloudFormation answered {code}: {End(answered.Message)}",
        _ when IsWithoutAssembly(failure) =>
            $"For {Whose(config)} the SDK needs a package that is not here. The AWS CLI has it: eval \"$(aws configure export-credentials{ProfileOption(config)} --format env)\", and start again. The SDK says: {End(failure.Message)}",
        AmazonClientException unanswered when unanswered.Message.Contains("region", StringComparison.OrdinalIgnoreCase) =>
            "No AWS region is configured. Set AWS_REGION, or give the profile a region (aws configure).",
        AmazonClientException unanswered =>
            $"There are no AWS credentials for {Whose(config)}. Sign in (aws sso login, aws login) or write them with 'aws configure', or choose a profile that has some. The SDK says: {End(unanswered.Message)}",
        _ => $"CloudFormation could not be reached: {End(failure.Message)}",
    };

    // Profiles of IAM Identity Center and of roles are resolved by packages of their own, which the SDK looks for at run time.
    private static bool IsWithoutAssembly(Exception failure) => failure.Message.Contains("Assembly AWSSDK.", StringComparison.Ordinal);

    private static string Whose(IAWSSDKConfig? config) =>
        ProfileOf(config) is { } profile ? $"the profile '{profile}'" : "the default profile";

    private static string ProfileOption(IAWSSDKConfig? config) => ProfileOf(config) is { } profile ? $" --profile {profile}" : "";

    private static string? ProfileOf(IAWSSDKConfig? config) =>
        config?.Profile is { Length: > 0 } profile ? profile : Environment.GetEnvironmentVariable("AWS_PROFILE");

    private static string End(string sentence) => sentence.EndsWith('.') ? sentence : sentence + ".";
}
