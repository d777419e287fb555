namespace Aspire.Hosting.ApplicationModel;

/// <summary>The types of resources that the dashboard knows.</summary>
public static class KnownResourceTypes
{
    /// <summary>A program.</summary>
    public static readonly string Executable = "Executable";

    /// <summary>A .NET project.</summary>
    public static readonly string Project = "Project";

    /// <summary>A parameter.</summary>
    public static readonly string Parameter = "Parameter";

    /// <summary>A service outside the application.</summary>
    public static readonly string ExternalService = "ExternalService";
}
