namespace Aspire.Hosting;

/// <summary>How an AppHost begins.</summary>
public sealed class DistributedApplicationOptions
{
    /// <summary>The arguments of the command line.</summary>
    public string[]? Args { get; set; }

    /// <summary>The AppHost's assembly, when it is not the entry assembly.</summary>
    public string? AssemblyName { get; set; }

    /// <summary>Whether the application runs without the dashboard.</summary>
    public bool DisableDashboard { get; set; }
}
