using LocalAws.Shared;
using Microsoft.Extensions.Options;

namespace LocalAws.CloudFront;

internal sealed class CloudFrontOptionsValidation(IHostEnvironment environment) : IValidateOptions<CloudFrontOptions>
{
    public ValidateOptionsResult Validate(string? name, CloudFrontOptions options)
    {
        var failures = Failures(options).ToArray();
        return failures is [] ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private IEnumerable<string> Failures(CloudFrontOptions options)
    {
        if (!IsHttp(options.ApiOrigin))
        {
            yield return "CloudFront:ApiOrigin must be the http(s) URL of the API, for example http://127.0.0.1:8081.";
        }

        if (options.ImagesOrigin is { } images && !IsHttp(images))
        {
            yield return $"CloudFront:ImagesOrigin must be the http(s) URL of a local S3, for example {LocalAccount.S3}; without it the bucket is on AWS.";
        }

        if (options.SiteOrigin is null == options.SiteDirectory is null || (options.SiteOrigin is { } site && !IsHttp(site)))
        {
            yield return "Either CloudFront:SiteOrigin (the http(s) URL of a development server) or CloudFront:SiteDirectory (a folder of files) must be set.";
        }

        if (options.SiteDirectory is { } directory && !Directory.Exists(Path.Combine(environment.ContentRootPath, directory)))
        {
            yield return $"CloudFront:SiteDirectory is '{directory}', where there is no folder.";
        }

        if (options.OriginReadTimeoutSeconds is < 1 or > 120)
        {
            yield return "CloudFront:OriginReadTimeoutSeconds must be from 1 to 120, as CloudFront's is.";
        }
    }

    private static bool IsHttp(Uri? uri) => uri is { IsAbsoluteUri: true, Scheme: "http" or "https" };
}
