using System.Collections.Concurrent;
using LocalAws.Lambda.Invocations;
using LocalAws.Shared;

namespace LocalAws.Lambda.Functions;

/// <summary>One function: its settings, its invocations that wait and those that run.</summary>
internal sealed class LambdaFunction(string name, string region, FunctionOptions options, TimeProvider time)
{
    public const string Version = "$LATEST";

    private readonly ConcurrentDictionary<string, Invocation> _running = new(StringComparer.Ordinal);

    public string Name => name;

    public FunctionOptions Options => options;

    public string Arn { get; } = $"arn:aws:lambda:{region}:{LocalAccount.Id}:function:{name}";

    public Dispatcher Dispatcher { get; } = new(options.ReservedConcurrency);

    /// <summary>The invocation of that id while it runs; one that timed out runs no longer, whatever its sandbox still does.</summary>
    public Invocation? FindRunning(string requestId) => _running.GetValueOrDefault(requestId);

    /// <summary>Starts the clock of an invocation that a sandbox has taken over a connection.</summary>
    public void Start(Invocation invocation, CancellationToken connectionClosed)
    {
        invocation.Start(time.GetUtcNow(), TimeSpan.FromSeconds(options.TimeoutSeconds));
        _running[invocation.RequestId] = invocation;
        _ = WatchAsync(invocation, connectionClosed);
    }

    private async Task WatchAsync(Invocation invocation, CancellationToken connectionClosed)
    {
        using (connectionClosed.Register(() => invocation.TryComplete(InvocationResult.Exited(invocation.RequestId))))
        {
            try
            {
                await invocation.Result.WaitAsync(TimeSpan.FromSeconds(options.TimeoutSeconds), time, CancellationToken.None);
            }
            catch (TimeoutException)
            {
                invocation.TryComplete(InvocationResult.TimedOut(invocation.RequestId, options.TimeoutSeconds));
            }
        }

        _running.TryRemove(invocation.RequestId, out _);
        Dispatcher.Release();
    }
}
