using System.Diagnostics;
using Iris.Tests.Support;

namespace Iris.Tests.Infrastructure;

internal static class Tool
{
    /// <summary>Runs a tool in the root of the checkout; a tool that is absent fails the test, because a check that did not run says nothing.</summary>
    public static async Task<(int ExitCode, string Output)> RunAsync(string name, string[] arguments, CancellationToken cancellationToken)
    {
        using var process = Process.Start(new ProcessStartInfo(name, arguments)
        {
            WorkingDirectory = Repository.Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var error = process.StandardError.ReadToEndAsync(cancellationToken);
        var output = await process.StandardOutput.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        return (process.ExitCode, output + await error);
    }
}
