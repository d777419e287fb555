using System.Diagnostics.CodeAnalysis;

namespace LocalAws.Lambda.Invocations;

/// <summary>
/// Brings invocations and sandboxes together. A sandbox takes one invocation at a time, so as many run as sandboxes poll,
/// and never more than the reserved concurrency. Whoever waits for an answer goes before events, which can wait.
/// </summary>
internal sealed class Dispatcher(int? reservedConcurrency)
{
    private readonly Lock _lock = new();
    private readonly LinkedList<TaskCompletionSource<Invocation>> _polls = [];
    private readonly LinkedList<Invocation> _requests = [];
    private readonly LinkedList<Invocation> _events = [];
    private readonly int _limit = reservedConcurrency ?? int.MaxValue;
    private int _running;

    /// <summary>
    /// Queues an invocation; false for a synchronous one beyond the reserved concurrency, which AWS does not queue either.
    /// </summary>
    public bool TrySubmit(Invocation invocation)
    {
        lock (_lock)
        {
            if (invocation.Type is not InvocationType.Event && _running + _requests.Count >= _limit)
            {
                return false;
            }

            QueueOf(invocation).AddLast(invocation);
            Match();
            return true;
        }
    }

    /// <summary>Waits for an invocation on behalf of a sandbox. Each one that is taken is given back by <see cref="Release"/>.</summary>
    public async Task<Invocation> TakeAsync(CancellationToken cancellationToken)
    {
        var poll = new TaskCompletionSource<Invocation>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_lock)
        {
            _polls.AddLast(poll);
            Match();
        }

        await using (cancellationToken.UnsafeRegister(_ => Forget(poll, cancellationToken), null))
        {
            return await poll.Task;
        }
    }

    /// <summary>Ends a run and lets the next begin.</summary>
    public void Release()
    {
        lock (_lock)
        {
            _running--;
            Match();
        }
    }

    /// <summary>Puts an invocation that never reached its sandbox back to the front.</summary>
    public void Return(Invocation invocation)
    {
        lock (_lock)
        {
            _running--;
            QueueOf(invocation).AddFirst(invocation);
            Match();
        }
    }

    /// <summary>Takes an invocation out of the queue; false when a sandbox has it already.</summary>
    public bool Withdraw(Invocation invocation)
    {
        lock (_lock)
        {
            return QueueOf(invocation).Remove(invocation);
        }
    }

    /// <summary>Takes out the invocation that has waited longest, for which a sandbox failed to start.</summary>
    public bool TryWithdrawFirst([NotNullWhen(true)] out Invocation? invocation)
    {
        lock (_lock)
        {
            var queue = _requests.Count > 0 ? _requests : _events;
            invocation = queue.First?.Value;
            if (invocation is not null)
            {
                queue.RemoveFirst();
            }

            return invocation is not null;
        }
    }

    private LinkedList<Invocation> QueueOf(Invocation invocation) =>
        invocation.Type is InvocationType.Event ? _events : _requests;

    private void Match()
    {
        while (_running < _limit && _polls.First is { } poll && (_requests.First ?? _events.First) is { } waiting)
        {
            _polls.Remove(poll);
            if (poll.Value.TrySetResult(waiting.Value))
            {
                waiting.List!.Remove(waiting);
                _running++;
            }
        }
    }

    private void Forget(TaskCompletionSource<Invocation> poll, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            _polls.Remove(poll);
        }

        poll.TrySetCanceled(cancellationToken);
    }
}
