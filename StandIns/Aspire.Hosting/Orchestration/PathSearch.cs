namespace Aspire.Hosting.Orchestration;

/// <summary>Finds a command as a shell would, to say what is missing before anything is started.</summary>
internal static class PathSearch
{
    public static string Find(string command, string resourceName)
    {
        if (command.Contains(Path.DirectorySeparatorChar))
        {
            return File.Exists(command)
                ? command
                : throw new DistributedApplicationException($"'{command}', which '{resourceName}' runs, does not exist.");
        }

        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        return folders.SelectMany(folder => CandidatesIn(folder, command)).FirstOrDefault(File.Exists)
            ?? throw new DistributedApplicationException($"'{command}', which '{resourceName}' runs, is not on the PATH. {CureFor(command)}");
    }

    private static IEnumerable<string> CandidatesIn(string folder, string command) => OperatingSystem.IsWindows()
        ? [Path.Combine(folder, command + ".exe"), Path.Combine(folder, command + ".cmd"), Path.Combine(folder, command)]
        : [Path.Combine(folder, command)];

    private static string CureFor(string command) => command switch
    {
        "node" or "npm" => "Install Node.js 20 or newer (https://nodejs.org), and start the resource again.",
        "dotnet" => "Install the .NET 10 SDK (https://dot.net), and start the resource again.",
        _ => "Install it, or give its full path, and start the resource again.",
    };
}
