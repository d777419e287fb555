using Microsoft.Extensions.Options;

namespace LocalAws.Shared.SigV4;

/// <summary>
/// The one key pair that the local services know, and the region they say they are in. It is read from the settings that
/// every AWS tool reads: <c>AWS_ACCESS_KEY_ID</c>, <c>AWS_SECRET_ACCESS_KEY</c> and <c>AWS_REGION</c>.
/// </summary>
public sealed class AwsKeyPair
{
    /// <summary>The pair of <see cref="LocalAccount"/>.</summary>
    public static AwsKeyPair Local => new() { AccessKeyId = LocalAccount.AccessKeyId, SecretAccessKey = LocalAccount.SecretAccessKey };

    /// <summary>The name of the key, sent in clear with each request.</summary>
    public string AccessKeyId { get; set; } = "";

    /// <summary>The secret that signs, never sent.</summary>
    public string SecretAccessKey { get; set; } = "";

    /// <summary>
    /// What temporary keys come with, sent in clear with each request; null for others, as those of the local services are.
    /// </summary>
    public string? SessionToken { get; set; }

    /// <summary>The region of every credential scope, <c>us-east-1</c> unless <c>AWS_REGION</c> says otherwise.</summary>
    public string Region { get; set; } = LocalAccount.Region;
}

internal sealed class AwsKeyPairValidation : IValidateOptions<AwsKeyPair>
{
    // The slash separates the parts of a credential scope, so it can be part of neither.
    public ValidateOptionsResult Validate(string? name, AwsKeyPair options)
    {
        List<string> failures = [];
        if (string.IsNullOrWhiteSpace(options.AccessKeyId) || options.AccessKeyId.Contains('/'))
        {
            failures.Add($"AWS_ACCESS_KEY_ID must be set, without a slash: requests are signed and verified with it (locally: {LocalAccount.AccessKeyId}).");
        }

        if (string.IsNullOrWhiteSpace(options.SecretAccessKey))
        {
            failures.Add(
                $"AWS_SECRET_ACCESS_KEY must be set: requests are signed and verified with it (locally: {LocalAccount.SecretAccessKey}).");
        }

        if (string.IsNullOrWhiteSpace(options.Region) || options.Region.Contains('/'))
        {
            failures.Add("AWS_REGION must name a region, for example us-east-1.");
        }

        return failures is [] ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }
}
