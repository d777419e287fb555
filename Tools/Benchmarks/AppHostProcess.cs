using Iris.Tests.Support;

namespace Iris.Benchmarks;

/// <summary>The whole of Iris, started as a developer starts it, on ports and a data folder of its own.</summary>
internal static class AppHostProcess
{
    public static async Task<(ServerProcess Process, Uri Site)> StartAsync(IEnumerable<string> arguments, CancellationToken cancellationToken)
    {
        var (process, site) = Launch(Repository.Root, arguments);
        try
        {
            await process.AnswersAsync(site, cancellationToken);
            return (process, site);
        }
        catch
        {
            await process.DisposeAsync();
            throw;
        }
    }

    /// <summary>Starts it, of any checkout, and waits for nothing.</summary>
    public static (ServerProcess Process, Uri Site) Launch(string checkout, IEnumerable<string> arguments)
    {
        var site = new Uri($"http://localhost:{ServerProcess.FreePort()}");
        var process = ServerProcess.Start(
            checkout,
            "dotnet",
            [
                "run", "--project", "AppHost", "-c", "Release", "--", "--ephemeral",
                "--site-port", $"{site.Port}", "--dashboard-port", $"{ServerProcess.FreePort()}", .. arguments,
            ]);
        return (process, site);
    }
}
