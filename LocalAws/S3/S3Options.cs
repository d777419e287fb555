using LocalAws.Shared;
using Microsoft.Extensions.Options;

namespace LocalAws.S3;

internal sealed class S3Options
{
    /// <summary><c>S3:DataDirectory</c>: objects, metadata and undelivered events live here.</summary>
    public string DataDirectory { get; set; } = "";

    /// <summary><c>AWS_ENDPOINT_URL_LAMBDA</c>: where events are delivered. Without it they wait in the outbox.</summary>
    public Uri? LambdaEndpoint { get; set; }

    /// <summary><c>AWS_REGION</c>.</summary>
    public string Region { get; set; } = LocalAccount.Region;
}

internal sealed class S3OptionsValidation(IConfiguration configuration) : IValidateOptions<S3Options>
{
    public ValidateOptionsResult Validate(string? name, S3Options options)
    {
        if (string.IsNullOrWhiteSpace(options.DataDirectory))
        {
            return ValidateOptionsResult.Fail("S3:DataDirectory must name the directory that objects are kept in, for example .data/s3.");
        }

        return configuration["AWS_ENDPOINT_URL_LAMBDA"] is { Length: > 0 } endpoint && options.LambdaEndpoint is null
            ? ValidateOptionsResult.Fail($"AWS_ENDPOINT_URL_LAMBDA must be an http or https URL; it is '{endpoint}'.")
            : ValidateOptionsResult.Success;
    }
}
