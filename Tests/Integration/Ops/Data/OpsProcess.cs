using System.Diagnostics;
using System.Text.Json;

namespace Iris.Tests.Integration.Ops.Data;

/// <summary>The `ops` program, run by somebody who is not at a keyboard.</summary>
internal static class OpsProcess
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static async Task<Ending> RunAsync(IReadOnlyDictionary<string, string> settings, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "ops.dll"), .. arguments])
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
        await process.WaitForExitAsync(Token);
        var isJson = arguments.Contains("--json") && await output is { Length: > 0 };

        return new Ending(process.ExitCode, isJson ? JsonDocument.Parse(await output).RootElement : default, await error);
    }
}
