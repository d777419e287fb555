using System.Xml.Linq;
using LocalAws.S3.Protocol;

namespace LocalAws.S3.Cors;

internal sealed record CorsRule(
    IReadOnlyList<string> AllowedOrigins,
    IReadOnlyList<string> AllowedMethods,
    IReadOnlyList<string> AllowedHeaders,
    IReadOnlyList<string> ExposeHeaders,
    string? MaxAgeSeconds)
{
    public static CorsRule Read(XElement rule) => new(
        [.. rule.Children("AllowedOrigin").Select(element => element.Value)],
        [.. rule.Children("AllowedMethod").Select(element => element.Value)],
        [.. rule.Children("AllowedHeader").Select(element => element.Value)],
        [.. rule.Children("ExposeHeader").Select(element => element.Value)],
        rule.Child("MaxAgeSeconds"));

    public bool Allows(string origin, string method, IReadOnlyList<string> headers) =>
        AllowedOrigins.Any(pattern => Matches(pattern, origin, StringComparison.Ordinal))
        && AllowedMethods.Contains(method)
        && headers.All(header => AllowedHeaders.Any(pattern => Matches(pattern, header, StringComparison.OrdinalIgnoreCase)));

    // One asterisk at most, anywhere: "https://*.example.com".
    private static bool Matches(string pattern, string value, StringComparison comparison)
    {
        var star = pattern.IndexOf('*');
        return star < 0
            ? value.Equals(pattern, comparison)
            : value.Length >= pattern.Length - 1
                && value.StartsWith(pattern[..star], comparison)
                && value.EndsWith(pattern[(star + 1)..], comparison);
    }
}
