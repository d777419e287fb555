using System.Text;
using Amazon.Lambda.Core;
using Amazon.Lambda.RuntimeSupport;

namespace Iris.Tests.Support.Lambda;

/// <summary>A function's process without the process: the real runtime loop, with a handler from text to text.</summary>
internal sealed class Sandbox : IAsyncDisposable
{
    private readonly CancellationTokenSource _stopping = new();
    private readonly LambdaBootstrap _bootstrap;
    private readonly Task _running;
    private bool _killed;

    private Sandbox(LambdaBootstrapBuilder builder)
    {
        _bootstrap = builder.Build();
        _running = _bootstrap.RunAsync(_stopping.Token);
    }

    /// <summary>The loop; it ends when the sandbox stops, and fails when it could not start.</summary>
    public Task Running => _running;

    public static Sandbox Start(LocalLambda lambda, string function, Func<string, ILambdaContext, Task<string>> handler) =>
        Start(lambda, function, handler, static _ => { });

    public static Sandbox Start(
        LocalLambda lambda,
        string function,
        Func<string, ILambdaContext, Task<string>> handler,
        Action<LambdaBootstrapBuilder> configure)
    {
        var builder = LambdaBootstrapBuilder
            .Create(async (input, context) =>
            {
                using var reader = new StreamReader(input, leaveOpen: true);
                var output = await handler(await reader.ReadToEndAsync(), context);
                return new MemoryStream(Encoding.UTF8.GetBytes(output));
            })
            .ConfigureOptions(options => options.RuntimeApiEndpoint = lambda.RuntimeApi(function));
        configure(builder);
        return new Sandbox(builder);
    }

    /// <summary>What SIGKILL does to a process, seen from outside: its connection is gone, in the middle of whatever it did.</summary>
    public void Kill()
    {
        _killed = true;
        _bootstrap.Dispose();
    }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        if (!_killed)
        {
            await _running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            _bootstrap.Dispose();
        }
    }
}
