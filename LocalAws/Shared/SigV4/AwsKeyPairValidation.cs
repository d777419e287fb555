using Microsoft.Extensions.Options;

namespace LocalAws.Shared.SigV4;

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
            failures.Add($"AWS_SECRET_ACCESS_KEY must be set: requests are signed and verified with it (locally: {LocalAccount.SecretAccessKey}).");
        }

        if (string.IsNullOrWhiteSpace(options.Region) || options.Region.Contains('/'))
        {
            failures.Add("AWS_REGION must name a region, for example us-east-1.");
        }

        return failures is [] ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }
}
