namespace Aspire.Hosting.ApplicationModel;

/// <summary>A program that runs as a process.</summary>
public class ExecutableResource : Resource, IResourceWithEnvironment, IResourceWithArgs, IResourceWithEndpoints, IResourceWithWaitSupport
{
    /// <summary>Describes a program by its file (or its name on the PATH) and the folder it runs in.</summary>
    public ExecutableResource(string name, string command, string workingDirectory) : base(name)
    {
        ArgumentException.ThrowIfNullOrEmpty(command);
        ArgumentNullException.ThrowIfNull(workingDirectory);
        Annotations.Add(new ExecutableAnnotation { Command = command, WorkingDirectory = workingDirectory });
    }

    /// <summary>The file to run, or its name on the PATH.</summary>
    public string Command => this.Last<ExecutableAnnotation>().Command;

    /// <summary>The folder it runs in.</summary>
    public string WorkingDirectory => this.Last<ExecutableAnnotation>().WorkingDirectory;
}
