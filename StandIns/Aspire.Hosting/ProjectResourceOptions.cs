namespace Aspire.Hosting;

/// <summary>How a project's launch settings are used.</summary>
public class ProjectResourceOptions
{
    /// <summary>The launch profile; null for the first that runs the project.</summary>
    public string? LaunchProfileName { get; set; }

    /// <summary>Whether the launch settings are left alone.</summary>
    public bool ExcludeLaunchProfile { get; set; }
}
