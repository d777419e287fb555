namespace Iris.Tests.Infrastructure.Rules;

internal static class SecurityHeaderRules
{
    private const string Policy = "AWS::CloudFront::ResponseHeadersPolicy";
    private const string Headers = "Properties.ResponseHeadersPolicyConfig.SecurityHeadersConfig";
    private const int TwoYearsInSeconds = 63072000;

    public static Rule[] All { get; } =
    [
        new("scripts come from the site's own files alone", Policy, policy => Directive(policy, "script-src") == "'self'"),
        new("styles come from the site's own files alone", Policy, policy => Directive(policy, "style-src") == "'self'"),
        new("whatever is not allowed is forbidden", Policy, policy => Directive(policy, "default-src") == "'none'" && Directive(policy, "base-uri") == "'none'"),
        new("no site frames this one", Policy, policy =>
            Directive(policy, "frame-ancestors") == "'none'" && policy.Text($"{Headers}.FrameOptions.FrameOption") == "DENY"),
        new("pages connect to the site and to the bucket of the stack", Policy, policy =>
            Directive(policy, "connect-src") == "'self' https://iris-imagebucket.s3.us-east-1.amazonaws.com"),
        new("types are not guessed", Policy, policy => policy.Text($"{Headers}.ContentTypeOptions.Override") == "true"),
        new("https is remembered for two years", Policy, policy =>
            (long?)policy[$"{Headers}.StrictTransportSecurity.AccessControlMaxAgeSec"] >= TwoYearsInSeconds),
        new("windows of other origins are cut off", Policy, policy =>
            policy.Each("Properties.ResponseHeadersPolicyConfig.CustomHeadersConfig.Items").Any(item =>
                item["Header"]?.ToString() == "Cross-Origin-Opener-Policy" && item["Value"]?.ToString() == "same-origin")),
    ];

    private static string? Directive(Resource policy, string name) => policy.Text($"{Headers}.ContentSecurityPolicy.ContentSecurityPolicy")?
        .Split(';', StringSplitOptions.TrimEntries)
        .Where(directive => directive.StartsWith(name + ' ', StringComparison.Ordinal))
        .Select(directive => directive[(name.Length + 1)..])
        .SingleOrDefault();
}
