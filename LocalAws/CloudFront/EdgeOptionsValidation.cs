using Microsoft.Extensions.Options;

namespace LocalAws.Edge;

internal sealed class EdgeOptionsValidation(IHostEnvironment environment) : IValidateOptions<EdgeOptions>
{
    public ValidateOptionsResult Validate(string? name, EdgeOptions options)
    {
        var failures = Failures(options).ToArray();
        return failures is [] ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private IEnumerable<string> Failures(EdgeOptions options)
    {
        if (!IsHttp(options.ApiOrigin))
        {
            yield return "Edge:ApiOrigin must be the http(s) URL of the API, for example http://127.0.0.1:8081.";
        }

        if (options.ImagesOrigin is { } images && !IsHttp(images))
        {
            yield return "Edge:ImagesOrigin must be the http(s) URL of a local S3, for example http://127.0.0.1:9000; without it the bucket is on AWS.";
        }

        if (options.SiteOrigin is null == options.SiteDirectory is null || (options.SiteOrigin is { } site && !IsHttp(site)))
        {
            yield return "Either Edge:SiteOrigin (the http(s) URL of a development server) or Edge:SiteDirectory (a folder of files) must be set.";
        }

        if (options.SiteDirectory is { } directory && !Directory.Exists(Path.Combine(environment.ContentRootPath, directory)))
        {
            yield return $"Edge:SiteDirectory is '{directory}', where there is no folder.";
        }

        if (options.OriginReadTimeoutSeconds is < 1 or > 120)
        {
            yield return "Edge:OriginReadTimeoutSeconds must be from 1 to 120, as CloudFront's is.";
        }
    }

    private static bool IsHttp(Uri? uri) => uri is { IsAbsoluteUri: true, Scheme: "http" or "https" };
}
