using System.Text.Json.Serialization;

namespace LocalAws.CloudFront.Headers;

/// <summary>
/// The properties of AWS::CloudFront::ResponseHeadersPolicy. A part that is not listed here is an error, not left out in silence.
/// </summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record ResponseHeadersPolicy(ResponseHeadersPolicy.Config ResponseHeadersPolicyConfig)
{
    public SecurityHeaders ToSecurityHeaders(Func<string, string> localPolicy)
    {
        var (_, security, custom, removed) = ResponseHeadersPolicyConfig;
        SecurityHeader[] set =
        [
            new(
                "Content-Security-Policy",
                localPolicy(security.ContentSecurityPolicy.ContentSecurityPolicy),
                security.ContentSecurityPolicy.Override),
            new("X-Content-Type-Options", "nosniff", security.ContentTypeOptions.Override),
            new("X-Frame-Options", security.FrameOptions.FrameOption, security.FrameOptions.Override),
            new("Referrer-Policy", security.ReferrerPolicy.ReferrerPolicy, security.ReferrerPolicy.Override),
            .. custom.Items.Select(item => new SecurityHeader(item.Header, item.Value, item.Override)),
        ];
        return new(set, [.. removed.Items.Select(item => item.Header)]);
    }

    [JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
    internal sealed record Config(string Name, Security SecurityHeadersConfig, Custom CustomHeadersConfig, Removed RemoveHeadersConfig);

    [JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
    internal sealed record Security(
        Csp ContentSecurityPolicy,
        TypeOptions ContentTypeOptions,
        Frame FrameOptions,
        Referrer ReferrerPolicy,
        Hsts StrictTransportSecurity);

    internal sealed record Csp(string ContentSecurityPolicy, bool Override);

    internal sealed record TypeOptions(bool Override);

    internal sealed record Frame(string FrameOption, bool Override);

    internal sealed record Referrer(string ReferrerPolicy, bool Override);

    // Never sent: a browser would refuse plain http on every port of this machine from then on.
    internal sealed record Hsts(int AccessControlMaxAgeSec, bool IncludeSubdomains, bool Preload, bool Override);

    internal sealed record Custom(CustomHeader[] Items);

    internal sealed record CustomHeader(string Header, string Value, bool Override);

    internal sealed record Removed(RemovedHeader[] Items);

    internal sealed record RemovedHeader(string Header);
}
