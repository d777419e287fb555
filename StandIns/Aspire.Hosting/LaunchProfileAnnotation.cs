using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting;

/// <summary>The launch profile that a project runs under.</summary>
internal sealed class LaunchProfileAnnotation(LaunchProfile profile) : IResourceAnnotation
{
    public LaunchProfile Profile { get; } = profile;
}
