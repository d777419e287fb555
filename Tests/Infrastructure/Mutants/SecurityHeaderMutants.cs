namespace Iris.Tests.Infrastructure.Mutants;

internal static class SecurityHeaderMutants
{
    public static Mutant[] All { get; } =
    [
        new("scripts come from the site's own files alone", "script-src 'self'", "script-src 'self' 'unsafe-inline'"),
        new("styles come from the site's own files alone", "style-src 'self'", "style-src *"),
        new("whatever is not allowed is forbidden", "default-src 'none'", "default-src 'self'"),
        new("no site frames this one", "frame-ancestors 'none'", "frame-ancestors 'self'"),
        new("no site frames this one", "FrameOption: DENY", "FrameOption: SAMEORIGIN"),
        new("pages connect to the site and to the bucket of the stack", "https://${ImageBucket.RegionalDomainName}", "https:"),
        new("types are not guessed", "ContentTypeOptions: { Override: true }", "ContentTypeOptions: { Override: false }"),
        new("https is remembered for two years", "AccessControlMaxAgeSec: 63072000", "AccessControlMaxAgeSec: 300"),
        new(
            "windows of other origins are cut off",
            "Value: same-origin, Override: true }\n            - { Header: Cross-Origin-Resource",
            "Value: unsafe-none, Override: true }\n            - { Header: Cross-Origin-Resource"),
    ];
}
