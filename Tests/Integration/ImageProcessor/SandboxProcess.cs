using System.Diagnostics;

namespace Iris.Tests.Integration.ImageProcessor;

/// <summary>The processor in a process of its own, as Lambda runs it.</summary>
internal sealed class SandboxProcess : IAsyncDisposable
{
    private readonly Process _process;

    private SandboxProcess(Process process) => _process = process;

    public static SandboxProcess Start(string runtimeApi, IEnumerable<KeyValuePair<string, string?>> settings)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "ImageProcessor.dll")])
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

    /// <summary>SIGKILL.</summary>
    public void Kill() => _process.Kill();

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}
