namespace Iris.AppHost;

/// <summary>
/// Runs every project from the assembly that the AppHost's build has made. Left to itself Aspire calls <c>dotnet run</c>, which evaluates
/// the project again and stays between the orchestrator and the program: seconds for each, and its process id is not the program's.
/// </summary>
internal static class BuiltProjects
{
    public static void RunProjectsAsBuilt(this IDistributedApplicationBuilder builder)
    {
        foreach (var project in builder.Resources.OfType<ProjectResource>())
        {
            var source = project.GetProjectMetadata().ProjectPath;
            project.Annotations.Add(new ExecutableAnnotation { Command = ProgramOf(source), WorkingDirectory = Path.GetDirectoryName(source)! });
        }
    }

    // artifacts/bin/<project>/<configuration>/: this program, or a test of it, lies beside the others.
    private static string ProgramOf(string projectPath)
    {
        var name = Path.GetFileNameWithoutExtension(projectPath);
        var configuration = Path.GetFileName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory));
        return Path.GetFullPath($"../../{name}/{configuration}/{name}{(OperatingSystem.IsWindows() ? ".exe" : "")}", AppContext.BaseDirectory);
    }
}
