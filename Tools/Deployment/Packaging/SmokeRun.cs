using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Iris.Deployment.Packaging;

/// <summary>
/// Starts a bootstrap, under qemu-user where it is made for another machine, and waits until it asks the Lambda Runtime API for its first
/// invocation: it loads, its settings are understood, its services come up. No event is sent: the emulated system has no OpenSSL.
/// </summary>
public static class SmokeRun
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(2);

    /// <summary>Whether this machine can run it.</summary>
    public static bool IsPossible(CpuArchitecture architecture) => architecture.IsHost || Programs.Exists(architecture.Emulator);

    public static async Task RunAsync(Function function, CpuArchitecture architecture, string folder, CancellationToken cancellationToken)
    {
        var asked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var api = RuntimeApi(asked);
        await api.StartAsync(cancellationToken);

        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var (program, arguments) = CommandLine(function, architecture, folder);
        var run = Programs.RunAsync(program, arguments, stop.Token, environment: Environment(function, new Uri(api.Urls.Single())));
        var first = await Task.WhenAny(asked.Task, run, Task.Delay(s_patience, cancellationToken));
        await stop.CancelAsync();

        if (first == asked.Task)
        {
            return;
        }

        cancellationToken.ThrowIfCancellationRequested();
        throw OperationException.Failed(first == run
            ? $"The bootstrap of {function.Name} ended before it asked for an invocation:{System.Environment.NewLine}{(await run).StandardOutput}{(await run).StandardError}"
            : $"The bootstrap of {function.Name} did not ask for an invocation within {s_patience.TotalSeconds} s.");
    }

    private static WebApplication RuntimeApi(TaskCompletionSource asked)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(static kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var app = builder.Build();
        app.MapGet("/2018-06-01/runtime/invocation/next", async (HttpContext http) =>
        {
            asked.TrySetResult();
            await Task.Delay(Timeout.Infinite, http.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        });
        return app;
    }

    private static (string Program, IReadOnlyList<string> Arguments) CommandLine(
        Function function, CpuArchitecture architecture, string folder)
    {
        var bootstrap = Path.Combine(folder, function.Name);
        return architecture.IsHost
            ? (bootstrap, [])
            : (architecture.Emulator, ["-L", architecture == CpuArchitecture.Arm64 ? "/usr/aarch64-linux-gnu" : "/usr/x86_64-linux-gnu", bootstrap]);
    }

    private static Dictionary<string, string?> Environment(Function function, Uri runtimeApi) => new()
    {
        ["AWS_LAMBDA_RUNTIME_API"] = runtimeApi.Authority,
        ["AWS_LAMBDA_FUNCTION_NAME"] = function.Name,
        ["AWS_REGION"] = "us-east-1",
        ["AWS_ACCESS_KEY_ID"] = "smoke",
        ["AWS_SECRET_ACCESS_KEY"] = "smoke",
        ["S3_BUCKET_NAME"] = "smoke",
        ["DYNAMODB_TABLE_NAME"] = "smoke",
    };
}
