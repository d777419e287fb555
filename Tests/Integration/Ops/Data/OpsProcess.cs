using System.Diagnostics;
using System.Text.Json;
using Iris.Tests.Integration.Deployment;

namespace Iris.Tests.Integration.Ops.Data;

/// <summary>The `ops` program, run by somebody who is not at a keyboard.</summary>
internal static class OpsProcess
{
    // None of these commands has that much to do.
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(3);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static Task<Ending> RunAsync(IReadOnlyDictionary<string, string> settings, params string[] arguments) =>
        RunAsync(settings, static _ => Task.CompletedTask, arguments);

    /// <summary>Presses Ctrl-C as soon as <paramref name="moment"/> has come.</summary>
    public static Task<Ending> InterruptAsync(IReadOnlyDictionary<string, string> settings, Task moment, params string[] arguments) =>
        RunAsync(
            settings,
            async process =>
            {
                await Task.WhenAny(moment, process.WaitForExitAsync(Token));
                using var kill = Process.Start("kill", ["-INT", $"{process.Id}"]);
                await kill.WaitForExitAsync(Token);
            },
            arguments);

    private static async Task<Ending> RunAsync(IReadOnlyDictionary<string, string> settings, Func<Process, Task> meanwhile, string[] arguments)
    {
        // A runner in the background ignores SIGINT, and so would whatever it starts.
        var start = new ProcessStartInfo("env", ["--default-signal=INT", "dotnet", Path.Combine(AppContext.BaseDirectory, "ops.dll"), .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };

        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var (output, error) = (process.StandardOutput.ReadToEndAsync(Token), process.StandardError.ReadToEndAsync(Token));

        try
        {
            await meanwhile(process).WaitAsync(s_patience, Token);
            await process.WaitForExitAsync(Token).WaitAsync(s_patience, Token);
        }
        catch (Exception failure) when (failure is TimeoutException or OperationCanceledException)
        {
            process.Kill();
            throw;
        }

        return arguments.Contains("--json")
            ? new Ending(process.ExitCode, await output is { Length: > 0 } json ? JsonDocument.Parse(json).RootElement : default, await error)
            : new Ending(process.ExitCode, default, await output + await error);
    }
}
