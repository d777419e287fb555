using System.Diagnostics;
using Iris.Tests.Support;

namespace Iris.Benchmarks.Site;

/// <summary>The site's files as CloudFront serves them, made again when their sources have changed.</summary>
internal static class ExportedSite
{
    public static async Task<string> GetAsync(CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo("npm", ["run", "export", "--silent"])
        {
            WorkingDirectory = Repository.PathOf("WebFrontend"),
            RedirectStandardOutput = true,
            Environment = { ["NEXT_TELEMETRY_DISABLED"] = "1", ["NODE_ENV"] = "production" },
        };
        using var export = Process.Start(start)!;
        var output = await export.StandardOutput.ReadToEndAsync(cancellationToken);
        await export.WaitForExitAsync(cancellationToken);
        return export.ExitCode == 0
            ? Repository.PathOf("WebFrontend", "out")
            : throw new InvalidOperationException($"'npm run export' failed in WebFrontend:{Environment.NewLine}{output}");
    }
}
