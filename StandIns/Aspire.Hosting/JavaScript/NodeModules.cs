namespace Aspire.Hosting.JavaScript;

/// <summary>The packages in an application's folder.</summary>
internal static class NodeModules
{
    private static readonly string[] s_manifests = ["package-lock.json", "package.json"];

    /// <summary>Whether they are there and newer than what the lock file asks for.</summary>
    public static bool AreCurrent(string appDirectory)
    {
        var installed = Path.Combine(appDirectory, "node_modules", ".package-lock.json");
        var wanted = s_manifests.Select(name => Path.Combine(appDirectory, name)).FirstOrDefault(File.Exists);
        return wanted is null || (File.Exists(installed) && File.GetLastWriteTimeUtc(installed) >= File.GetLastWriteTimeUtc(wanted));
    }

    /// <summary>How npm fetches them: exactly as locked, where there is a lock file.</summary>
    public static string InstallCommand(string appDirectory) =>
        File.Exists(Path.Combine(appDirectory, "package-lock.json")) ? "ci" : "install";
}
