using System.Diagnostics;
using Iris.Tests.Support.Lambda;

namespace Iris.Tests.Integration.ImageProcessor;

/// <summary>The processor in a process of its own, as Lambda runs it.</summary>
internal sealed class SandboxProcess : IAsyncDisposable
{
    private readonly Process _process;

    private SandboxProcess(Process process) => _process = process;

    /// <summary>The program as it was built.</summary>
    public static string[] Assembly => ["dotnet", Path.Combine(AppContext.BaseDirectory, "ImageProcessor.dll")];

    /// <summary>The program as it is deployed.</summary>
    public static async Task<string[]> BootstrapAsync() => [await Bootstraps.GetAsync("ImageProcessor")];

    public static SandboxProcess Start(string[] program, string runtimeApi, IEnumerable<KeyValuePair<string, string?>> settings)
    {
        var start = new ProcessStartInfo(program[0], program[1..])
        {
            RedirectStandardOutput = true,
            Environment =
            {
                ["AWS_LAMBDA_RUNTIME_API"] = runtimeApi,
                ["AWS_LAMBDA_FUNCTION_NAME"] = "ImageProcessor",
            },
        };
        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        var process = Process.Start(start)!;
        process.BeginOutputReadLine();
        return new SandboxProcess(process);
    }

    /// <summary>Completes when the process has ended by itself, or otherwise.</summary>
    public Task Ended => _process.WaitForExitAsync();

    public int ExitCode => _process.ExitCode;

    /// <summary>SIGKILL.</summary>
    public void Kill() => _process.Kill();

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}
