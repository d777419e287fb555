using System.Globalization;
using System.Xml.Linq;
using LocalAws.S3.Protocol;

namespace LocalAws.S3.Cors;

/// <summary>The CORS rules of a bucket; the first that matches counts.</summary>
internal sealed class CorsConfiguration(IReadOnlyList<CorsRule> rules)
{
    private const int MaxRules = 100;
    private static readonly string[] s_methods = ["GET", "PUT", "HEAD", "POST", "DELETE"];

    public static CorsConfiguration None { get; } = new([]);

    public static CorsConfiguration Parse(string? xml) =>
        xml is null ? None : new CorsConfiguration([.. XElement.Parse(xml).Children("CORSRule").Select(CorsRule.Read)]);

    public CorsRule? Find(string origin, string method, IReadOnlyList<string> headers) =>
        rules.FirstOrDefault(rule => rule.Allows(origin, method, headers));

    public static S3Error? Validate(XElement configuration)
    {
        CorsRule[] parsed = [.. configuration.Children("CORSRule").Select(CorsRule.Read)];
        return parsed.Length is 0 or > MaxRules
            ? S3Error.MalformedXml()
            : parsed.Select(Check).FirstOrDefault(error => error is not null);
    }

    private static S3Error? Check(CorsRule rule) => rule switch
    {
        { AllowedOrigins: [] } or { AllowedMethods: [] } => S3Error.MalformedXml(),
        _ when rule.AllowedMethods.FirstOrDefault(method => !s_methods.Contains(method)) is { } method => S3Error.InvalidRequest(
            $"Found unsupported HTTP method in CORS config. Unsupported method is {method}"),
        _ when rule.AllowedOrigins.Concat(rule.AllowedHeaders)
            .FirstOrDefault(pattern => pattern.Count(character => character == '*') > 1) is { } pattern =>
            S3Error.InvalidRequest($"AllowedOrigin and AllowedHeader can not have more than one wildcard: \"{pattern}\"."),
        { MaxAgeSeconds: { } age } when !uint.TryParse(age, NumberStyles.None, CultureInfo.InvariantCulture, out _) =>
            S3Error.MalformedXml(),
        _ => null,
    };
}
