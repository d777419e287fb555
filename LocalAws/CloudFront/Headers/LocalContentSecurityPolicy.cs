namespace LocalAws.CloudFront.Headers;

/// <summary>The template's Content-Security-Policy, with what has to differ on a laptop and nothing else.</summary>
internal static class LocalContentSecurityPolicy
{
    /// <summary>
    /// The bucket's host becomes the local S3, if there is one. A development server also needs eval and inline scripts and styles, because
    /// it writes them into its pages; an exported site keeps the policy as it is.
    /// </summary>
    public static string Of(string policy, CloudFrontOptions options)
    {
        var local = options.ImagesOrigin is { } s3
            ? policy.Replace(options.RegionalBucketUrl, string.Join(' ', Spellings(s3)), StringComparison.Ordinal)
            : policy;
        return options.SiteOrigin is null ? local : local
            .Replace("script-src ", "script-src 'unsafe-eval' 'unsafe-inline' ", StringComparison.Ordinal)
            .Replace("style-src ", "style-src 'unsafe-inline' ", StringComparison.Ordinal);
    }

    // To a browser localhost and 127.0.0.1 are two origins, and either may stand in an upload's URL.
    private static IEnumerable<string> Spellings(Uri s3) => s3.IsLoopback
        ? new[] { s3.Host, "localhost", "127.0.0.1" }.Distinct()
            .Select(host => new UriBuilder(s3.Scheme, host, s3.Port).Uri.GetLeftPart(UriPartial.Authority))
        : [s3.GetLeftPart(UriPartial.Authority)];
}
