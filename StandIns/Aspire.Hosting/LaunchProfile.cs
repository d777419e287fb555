namespace Aspire.Hosting;

/// <summary>One way to launch a project.</summary>
public sealed class LaunchProfile
{
    /// <summary>What launches it; only <c>Project</c> profiles count here.</summary>
    public string? CommandName { get; set; }

    /// <summary>The arguments, separated by spaces.</summary>
    public string? CommandLineArgs { get; set; }

    /// <summary>The URLs it listens on, separated by semicolons.</summary>
    public string? ApplicationUrl { get; set; }

    /// <summary>Its environment.</summary>
    public Dictionary<string, string> EnvironmentVariables { get; set; } = [];
}
