namespace Aspire.Hosting.ApplicationModel;

/// <summary>What an <see cref="ExecutableResource"/> runs, and where.</summary>
public sealed class ExecutableAnnotation : IResourceAnnotation
{
    /// <summary>The file to run, or its name on the PATH.</summary>
    public required string Command { get; set; }

    /// <summary>The folder it runs in.</summary>
    public required string WorkingDirectory { get; set; }
}
