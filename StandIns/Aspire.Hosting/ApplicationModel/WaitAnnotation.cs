namespace Aspire.Hosting.ApplicationModel;

/// <summary>The start of a resource waits for another one.</summary>
public sealed class WaitAnnotation(IResource resource, WaitType waitType, int exitCode = 0) : IResourceAnnotation
{
    /// <summary>The resource waited for.</summary>
    public IResource Resource { get; } = resource;

    /// <summary>What is waited for.</summary>
    public WaitType WaitType { get; } = waitType;

    /// <summary>The exit code that counts as success.</summary>
    public int ExitCode { get; } = exitCode;

    /// <summary>What happens when the other one fails; null for the application's default.</summary>
    public WaitBehavior? WaitBehavior { get; init; }
}
