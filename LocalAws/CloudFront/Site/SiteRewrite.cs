namespace LocalAws.CloudFront.Site;

/// <summary>
/// From an address that people see to the file that the static export made for it. It looks at the address alone, as a CloudFront
/// function has to, and never at the files.
/// </summary>
internal static class SiteRewrite
{
    private const string PhotoPrefix = "/photos/";

    /// <summary>The path of the file for a decoded path: <c>/analytics</c> gives <c>/analytics.html</c>.</summary>
    public static string ToFile(string path) => path switch
    {
        "/" => "/index.html",
        [.. var page, '/'] => ToFile(page),
        _ when HasExtension(path) => path,
        _ when IsPhoto(path) => $"{PhotoPrefix}[id].html",
        _ => $"{path}.html",
    };

    private static bool HasExtension(string path) => path.AsSpan(path.LastIndexOf('/')).Contains('.');

    // One shell serves every picture: the page reads the id from its address.
    private static bool IsPhoto(string path) =>
        path.StartsWith(PhotoPrefix, StringComparison.Ordinal)
            && path.Length > PhotoPrefix.Length
            && path.LastIndexOf('/') == PhotoPrefix.Length - 1;
}
