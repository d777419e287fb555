using Iris.Tests.Infrastructure.Rules;

namespace Iris.Tests.Infrastructure.App;

public sealed class SecurityHeadersTests : RuleTests<SecurityHeadersTests>, ITopic
{
    private const string Policy = "AWS::CloudFront::ResponseHeadersPolicy";
    private const string Headers = "Properties.ResponseHeadersPolicyConfig.SecurityHeadersConfig";
    private const int TwoYearsInSeconds = 63072000;

    public static IReadOnlyList<Rule> Rules { get; } =
    [
        new("scripts come from the site's own files alone", Policy, policy => Directive(policy, "script-src") == "'self'")
        { Mutants = [new("script-src 'self'", "script-src 'self' 'unsafe-inline'")] },
        new("styles come from the site's own files alone", Policy, policy => Directive(policy, "style-src") == "'self'")
        { Mutants = [new("style-src 'self'", "style-src *")] },
        new(
            "whatever is not allowed is forbidden",
            Policy,
            policy => Directive(policy, "default-src") == "'none'" && Directive(policy, "base-uri") == "'none'")
        { Mutants = [new("default-src 'none'", "default-src 'self'")] },
        new("no site frames this one", Policy, policy =>
            Directive(policy, "frame-ancestors") == "'none'" && policy.Text($"{Headers}.FrameOptions.FrameOption") == "DENY")
        {
            Mutants =
            [
                new("frame-ancestors 'none'", "frame-ancestors 'self'"),
                new("FrameOption: DENY", "FrameOption: SAMEORIGIN"),
            ],
        },
        new("pages connect to the site, to the bucket of the stack, to the issuer and to where its tokens come from", Policy, policy =>
            Directive(policy, "connect-src")
                == "'self' https://iris-imagebucket.s3.us-east-1.amazonaws.com https://issuer.example https://tokens.example")
        {
            Mutants =
            [
                new("https://${ImageBucket.RegionalDomainName}", "https:"),
                new("!Join ['', ['https://', !Select [2, !Split [/, !Ref OidcIssuer]]]]", "'https:'"),
                new("!Ref OidcTokenOrigin, !Ref AWS::NoValue", "'https:', !Ref AWS::NoValue"),
            ],
        },
        new("pages are told whom to sign in with, and as which client", Policy, policy =>
            Custom(policy, "Link")
                == "<https://issuer.example/pool>; rel=\"http://openid.net/specs/connect/1.0/issuer\"; client_id=\"site\"; audience=\"iris\"")
        {
            Mutants =
            [
                new("<${OidcIssuer}>", "<https://elsewhere.example>"),
                new("client_id=\"${OidcClientId}\"", "client_id=\"${OidcAudience}\""),
            ],
        },
        new("types are not guessed", Policy, policy => policy.Text($"{Headers}.ContentTypeOptions.Override") == "true")
        { Mutants = [new("ContentTypeOptions: { Override: true }", "ContentTypeOptions: { Override: false }")] },
        new("https is remembered for two years", Policy, policy =>
            (long?)policy[$"{Headers}.StrictTransportSecurity.AccessControlMaxAgeSec"] >= TwoYearsInSeconds)
        { Mutants = [new("AccessControlMaxAgeSec: 63072000", "AccessControlMaxAgeSec: 300")] },
        new("neighbours under the same name are left alone", Policy, policy =>
            policy.Text($"{Headers}.StrictTransportSecurity.IncludeSubdomains") == "false")
        { Mutants = [new("IncludeSubdomains: false", "IncludeSubdomains: true")] },
        new("windows of other origins are cut off", Policy, policy => Custom(policy, "Cross-Origin-Opener-Policy") == "same-origin")
        {
            Mutants =
            [
                new(
                    "Value: same-origin, Override: true }\n            - { Header: Cross-Origin-Resource",
                    "Value: unsafe-none, Override: true }\n            - { Header: Cross-Origin-Resource"),
            ],
        },
    ];

    private static string? Custom(Resource policy, string header) => policy.Each("Properties.ResponseHeadersPolicyConfig.CustomHeadersConfig.Items")
        .SingleOrDefault(item => item.Text("Header") == header)?.Text("Value");

    private static string? Directive(Resource policy, string name) => policy.Text($"{Headers}.ContentSecurityPolicy.ContentSecurityPolicy")?
        .Split(';', StringSplitOptions.TrimEntries)
        .Where(directive => directive.StartsWith(name + ' ', StringComparison.Ordinal))
        .Select(directive => directive[(name.Length + 1)..])
        .SingleOrDefault();
}
