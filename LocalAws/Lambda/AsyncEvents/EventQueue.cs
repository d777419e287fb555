using System.Collections.Concurrent;
using System.Diagnostics;
using LocalAws.Lambda.Functions;
using LocalAws.Lambda.Invocations;
using Microsoft.Extensions.Options;

namespace LocalAws.Lambda.AsyncEvents;

/// <summary>
/// The events on their way. An event is in the journal before anybody hears that it was accepted, so it is delivered at least once,
/// whatever ends this process.
/// </summary>
internal sealed partial class EventQueue(
    IOptions<LambdaOptions> options,
    LambdaFunctions functions,
    FailureStore failures,
    EventDelivery delivery,
    TimeProvider time,
    ILogger<EventQueue> logger) : IHostedLifecycleService
{
    private readonly ConcurrentDictionary<string, TaskCompletionSource> _deliveries = new(StringComparer.Ordinal);
    private readonly CancellationTokenSource _stopping = new();
    private EventJournal? _journal;
    private int _count;
    private long _bytes;

    private EventJournal Journal => _journal ?? throw new InvalidOperationException("The journal is not open.");

    /// <summary>Accepts an event; false when too many wait already.</summary>
    public async Task<bool> TryAcceptAsync(LambdaFunction function, InvocationRequest request)
    {
        if (_count >= options.Value.MaximumQueuedEvents || _bytes + request.Payload.Length > options.Value.MaximumQueuedBytes)
        {
            return false;
        }

        var accepted = new AsyncEvent(
            request.RequestId, function.Name, request.Payload.ToArray(), time.GetUtcNow(), Activity.Current?.Id);
        await Journal.AppendAsync(Accepted(accepted));
        Track(accepted);
        return true;
    }

    /// <summary>Sends failed events again, each as a new event: its age begins again.</summary>
    public async Task<int> RedriveAsync(Func<FailureRecord, bool> chosen)
    {
        var redriven = 0;
        foreach (var failure in failures.Take(chosen))
        {
            var again = new AsyncEvent(
                Guid.NewGuid().ToString(), failure.Function, failure.Payload(), time.GetUtcNow(), Activity.Current?.Id);
            await Journal.AppendAsync(Accepted(again), new JournalEntry(JournalOperation.Removed, failure.RequestContext.RequestId));
            Track(again);
            redriven++;
        }

        return redriven;
    }

    /// <summary>Forgets failed events.</summary>
    public async Task<int> DeleteFailuresAsync(Func<FailureRecord, bool> chosen)
    {
        var removed = failures.Take(chosen)
            .Select(failure => new JournalEntry(JournalOperation.Removed, failure.RequestContext.RequestId))
            .ToArray();
        await Journal.AppendAsync(removed);
        return removed.Length;
    }

    public Task StartingAsync(CancellationToken cancellationToken)
    {
        _journal = EventJournal.Open(options.Value.DataDirectory, out var state);
        failures.Restore(state.Failures.Values);
        foreach (var pending in state.Events.Values)
        {
            Track(pending);
        }

        return Task.CompletedTask;
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Deliveries end before connections do: a sandbox that is cut off by the shutdown has not failed.</summary>
    public async Task StoppingAsync(CancellationToken cancellationToken)
    {
        await _stopping.CancelAsync();
        await Task.WhenAll(_deliveries.Values.Select(delivery => delivery.Task));
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task StoppedAsync(CancellationToken cancellationToken)
    {
        if (_journal is not null)
        {
            await _journal.DisposeAsync();
        }
    }

    private static JournalEntry Accepted(AsyncEvent accepted) => new(JournalOperation.Accepted, accepted.RequestId) { Event = accepted };

    private void Track(AsyncEvent accepted)
    {
        Interlocked.Increment(ref _count);
        Interlocked.Add(ref _bytes, accepted.Payload.Length);
        var ended = new TaskCompletionSource();
        _deliveries[accepted.RequestId] = ended;
        _ = Task.Run(() => DeliverAsync(accepted, ended));
    }

    private async Task DeliverAsync(AsyncEvent accepted, TaskCompletionSource ended)
    {
        try
        {
            await delivery.DeliverAsync(functions.GetOrAdd(accepted.Function), accepted, Journal, _stopping.Token);
        }
        catch (OperationCanceledException) when (_stopping.IsCancellationRequested)
        {
            // It is in the journal and goes on when the emulator starts again.
        }
        catch (Exception e)
        {
            LogStuck(logger, accepted.RequestId, accepted.Function, e);
        }
        finally
        {
            Interlocked.Decrement(ref _count);
            Interlocked.Add(ref _bytes, -accepted.Payload.Length);
            _deliveries.TryRemove(accepted.RequestId, out _);
            ended.SetResult();
        }
    }

    [LoggerMessage(3, LogLevel.Critical, "Event {RequestId} of {Function} cannot go on before the emulator starts again.")]
    private static partial void LogStuck(ILogger logger, string requestId, string function, Exception exception);
}
