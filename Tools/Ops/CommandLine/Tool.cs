using System.ComponentModel;
using System.Diagnostics;

namespace Iris.Ops.CommandLine;

/// <summary>A program that Ops calls. Its arguments are passed as they are: no shell reads them.</summary>
internal static class Tool
{
    /// <summary>Runs to the end; a cancelled run takes the process and its children with it.</summary>
    public static async Task<ToolResult> RunAsync(string name, IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? environment, CancellationToken cancellationToken)
    {
        using var process = Start(name, arguments, environment);

        try
        {
            var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
            var error = process.StandardError.ReadToEndAsync(cancellationToken);
            await process.WaitForExitAsync(cancellationToken);

            return new ToolResult(process.ExitCode, await output, await error);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);

            throw;
        }
    }

    /// <summary>Whether a program is on the PATH.</summary>
    public static bool Exists(string name) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, name)));

    private static Process Start(string name, IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? environment)
    {
        var start = new ProcessStartInfo(name, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };

        foreach (var (variable, value) in environment ?? new Dictionary<string, string>())
        {
            start.Environment[variable] = value;
        }

        try
        {
            var process = Process.Start(start)!;
            process.StandardInput.Close();

            return process;
        }
        catch (Win32Exception)
        {
            throw OpsException.Unusable($"'{name}' is not on the PATH.");
        }
    }
}
