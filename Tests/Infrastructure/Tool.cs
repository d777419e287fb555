using System.Diagnostics;
using Iris.Tests.Support;

namespace Iris.Tests.Infrastructure;

internal static class Tool
{
    /// <summary>The folder of what runs in Node.</summary>
    public static string Checks { get; } = Repository.PathOf("Tests", "Infrastructure", "Checks");

    /// <summary>
    /// Runs a tool in the root of the checkout; a tool that is absent skips the test, which says so: a check that did not run has not
    /// passed.
    /// </summary>
    public static Task<(int ExitCode, string Output)> RunAsync(string name, string[] arguments, CancellationToken cancellationToken) =>
        RunAsync(new ProcessStartInfo(name, arguments), input: "", cancellationToken);

    /// <summary>The same, with an environment and an input of its own.</summary>
    public static async Task<(int ExitCode, string Output)> RunAsync(
        ProcessStartInfo start, string input, CancellationToken cancellationToken)
    {
        Programs.Require(start.FileName);
        start.WorkingDirectory = Repository.Root;
        start.RedirectStandardInput = true;
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync(cancellationToken);
        var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
        await process.StandardInput.WriteAsync(input.AsMemory(), cancellationToken);
        process.StandardInput.Close();
        await process.WaitForExitAsync(cancellationToken);
        return (process.ExitCode, await output + await error);
    }
}
