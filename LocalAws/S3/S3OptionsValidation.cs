using Microsoft.Extensions.Options;

namespace LocalAws.S3;

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
