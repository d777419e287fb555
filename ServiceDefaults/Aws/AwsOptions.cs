using Amazon.Runtime;
using Amazon.Runtime.Credentials;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace Iris.ServiceDefaults.Aws;

/// <summary>
/// The environment variables that the AWS SDKs share, read through configuration so that a test or a host may set them too.
/// </summary>
internal sealed class AwsOptions
{
    private readonly Dictionary<string, string> _endpoints = [];

    private AWSCredentials? _keys;
    private bool _isHalfAPair;

    public string Region { get; private set; } = "";

    /// <summary>The keys that are configured; otherwise whatever the SDK's own chain of providers finds.</summary>
    public AWSCredentials Credentials => _keys ??= DefaultAWSCredentialsIdentityResolver.GetCredentials();

    /// <summary>The URL that stands in for AWS's own, or null.</summary>
    public string? EndpointOf(string service) => _endpoints.GetValueOrDefault(Setting(service));

    public void Read(IConfiguration configuration)
    {
        Region = configuration["AWS_REGION"] ?? "us-east-1";
        _isHalfAPair = string.IsNullOrEmpty(configuration["AWS_ACCESS_KEY_ID"]) != string.IsNullOrEmpty(
            configuration["AWS_SECRET_ACCESS_KEY"]);
        _keys = (configuration["AWS_ACCESS_KEY_ID"], configuration["AWS_SECRET_ACCESS_KEY"], configuration["AWS_SESSION_TOKEN"]) switch
        {
            ({ Length: > 0 } id, { Length: > 0 } secret, { Length: > 0 } token) => new SessionAWSCredentials(id, secret, token),
            ({ Length: > 0 } id, { Length: > 0 } secret, _) => new BasicAWSCredentials(id, secret),
            _ => null,
        };
    }

    public void ReadEndpoint(IConfiguration configuration, string service)
    {
        if (configuration[Setting(service)] is { Length: > 0 } url)
        {
            _endpoints[Setting(service)] = url;
        }
    }

    /// <summary>What is wrong, each naming its setting.</summary>
    public IEnumerable<string> Failures()
    {
        if (Region.Length == 0)
        {
            yield return "AWS_REGION is empty.";
        }

        if (_isHalfAPair)
        {
            yield return "AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY belong together, and one of them is missing.";
        }

        foreach (var (setting, value) in _endpoints)
        {
            if (!Uri.TryCreate(value, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https"))
            {
                yield return $"{setting} is not an absolute http or https URL: '{value}'.";
            }
        }
    }

    private static string Setting(string service) => $"AWS_ENDPOINT_URL_{service}";

    internal sealed class Validator : IValidateOptions<AwsOptions>
    {
        public ValidateOptionsResult Validate(string? name, AwsOptions options) =>
            options.Failures().ToArray() is { Length: > 0 } failures ? ValidateOptionsResult.Fail(failures) : ValidateOptionsResult.Success;
    }
}
