using System.Diagnostics;
using Iris.Tests.Support;

namespace Iris.Tests.Integration.ImageApi;

/// <summary>The API as it runs on AWS: a function behind an HTTP API, in a process that ends when its Runtime API does.</summary>
public class LambdaFixture(Dynalite dynalite) : ApiFixture(dynalite)
{
    private protected const string Function = "ImageApi";

    // Each takes one request at a time.
    private const int Sandboxes = 2;

    private Process[] _processes = [];

    internal virtual Task<ProcessStartInfo> ProgramAsync() =>
        Task.FromResult(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "ImageApi.dll")]));

    internal override async Task<Uri> StartAsync(LocalStack stack)
    {
        var program = WithEnvironment(await ProgramAsync(), stack);
        _processes = [.. Enumerable.Range(0, Sandboxes).Select(_ => Process.Start(program)!)];
        return stack.Lambda.HttpApi(Function);
    }

    internal override async Task StopAsync()
    {
        foreach (var process in _processes)
        {
            process.Kill();
            await process.WaitForExitAsync();
            process.Dispose();
        }
    }

    private static ProcessStartInfo WithEnvironment(ProcessStartInfo program, LocalStack stack)
    {
        KeyValuePair<string, string>[] environment =
        [
            .. stack.Settings,
            new("AWS_LAMBDA_RUNTIME_API", stack.Lambda.RuntimeApi(Function)),
            new("AWS_LAMBDA_FUNCTION_NAME", Function),
            new("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "512"),
            new("_HANDLER", Function),
            new("Logging__LogLevel__Default", "Warning"),
        ];

        foreach (var (name, value) in environment)
        {
            program.Environment[name] = value;
        }

        return program;
    }
}
