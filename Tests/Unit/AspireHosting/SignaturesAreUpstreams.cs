using Aspire.Hosting;
using Aspire.Hosting.AWS;
using Aspire.Hosting.AWS.CloudFormation;
using Iris.Tests.Support;

namespace Iris.Tests.Unit.AspireHosting;

/// <summary>
/// AppHost.cs must build on upstream's own packages the day they are on the feed. UpstreamSignatures.txt lists those of their members (13.5)
/// that stand here: what is listed must exist, and what exists must be listed.
/// </summary>
public sealed class SignaturesAreUpstreams
{
    private static readonly string[] s_listed =
        [.. File.ReadLines(Repository.PathOf("Tests", "Unit", "AspireHosting", "UpstreamSignatures.txt")).Where(static line => line.Length > 0 && line[0] != '#')];

    private static readonly string[] s_ours =
    [
        .. new PublicApi().Of(typeof(JavaScriptHostingExtensions).Assembly),
        .. new PublicApi().Of(
            typeof(IAWSSDKConfig).Assembly,
            typeof(IAWSSDKConfig), typeof(IAWSResource), typeof(ICloudFormationResource), typeof(ICloudFormationTemplateResource), typeof(StackOutputReference)),
    ];

    [Fact]
    public void What_is_listed_exists() => Assert.Empty(s_listed.Except(s_ours));

    [Fact]
    public void What_exists_is_listed() => Assert.Empty(s_ours.Except(s_listed));
}
