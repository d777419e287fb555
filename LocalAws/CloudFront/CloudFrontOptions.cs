using LocalAws.Shared;
using Microsoft.Extensions.Options;

namespace LocalAws.CloudFront;

/// <summary>
/// Where the origins of the behaviours are: the settings below <c>CloudFront</c>, and the bucket's name and region that AWS clients share.
/// </summary>
internal sealed class CloudFrontOptions
{
    public const string Section = "CloudFront";

    /// <summary>The API's origin, with the path prefix that it hides behind, if any.</summary>
    public Uri? ApiOrigin { get; set; }

    /// <summary>
    /// The endpoint of a local S3, to which the browser uploads too; null for AWS's own. <c>AWS_ENDPOINT_URL_S3</c> unless set.
    /// </summary>
    public Uri? ImagesOrigin { get; set; }

    /// <summary>A development server that makes the site, or null when <see cref="SiteDirectory"/> holds it.</summary>
    public Uri? SiteOrigin { get; set; }

    /// <summary>A folder with the exported site, or null when <see cref="SiteOrigin"/> makes it.</summary>
    public string? SiteDirectory { get; set; }

    /// <summary>The CloudFormation template whose SecurityHeaders policy is served.</summary>
    public string TemplatePath { get; set; } = Path.Combine(AppContext.BaseDirectory, "app.yaml");

    /// <summary>How long an origin may be silent; CloudFront's own default is 30 s.</summary>
    public int OriginReadTimeoutSeconds { get; set; } = 30;

    /// <summary>Whom pages sign in with, or null when everybody may do everything.</summary>
    public SignInOptions? SignIn { get; set; }

    public string BucketName { get; set; } = "iris-images";

    public string Region { get; set; } = LocalAccount.Region;

    /// <summary>The address of the bucket on AWS, as CloudFront's origin and the Content-Security-Policy of the template have it.</summary>
    public string RegionalBucketUrl => $"https://{BucketName}.s3.{Region}.amazonaws.com";

    /// <summary>Where the objects are.</summary>
    public Uri BucketUrl => new(ImagesOrigin is { } endpoint ? $"{endpoint.AbsoluteUri.TrimEnd('/')}/{BucketName}" : RegionalBucketUrl);
}

/// <summary>What the parameters <c>OidcIssuer</c>, <c>OidcAudience</c> and <c>OidcClientId</c> of the template say on AWS.</summary>
internal sealed class SignInOptions
{
    /// <summary>The issuer. It need not be https here.</summary>
    public Uri? Issuer { get; set; }

    public string Audience { get; set; } = "";

    public string ClientId { get; set; } = "";
}

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

        if (options.SignIn is { } signIn && !(IsHttp(signIn.Issuer) && signIn is { Audience.Length: > 0, ClientId.Length: > 0 }))
        {
            yield return "CloudFront:SignIn needs the http(s) URL of an Issuer, an Audience and a ClientId.";
        }

        if (options.OriginReadTimeoutSeconds is < 1 or > 120)
        {
            yield return "CloudFront:OriginReadTimeoutSeconds must be from 1 to 120, as CloudFront's is.";
        }
    }

    private static bool IsHttp(Uri? uri) => uri is { IsAbsoluteUri: true, Scheme: "http" or "https" };
}
