using System.Diagnostics;
using LocalAws.Lambda.Functions;
using LocalAws.Lambda.Invocations;
using LocalAws.Lambda.Tracing;
using Microsoft.Extensions.Options;

namespace LocalAws.Lambda.AsyncEvents;

/// <summary>Takes one event to its end: attempts, the waits between them, and the failure record when they are used up.</summary>
internal sealed partial class EventDelivery(
    IOptions<LambdaOptions> options, FailureStore failures, TimeProvider time, ILogger<EventDelivery> logger)
{
    public async Task DeliverAsync(LambdaFunction function, AsyncEvent accepted, EventJournal journal, CancellationToken stopping)
    {
        var expires = accepted.AcceptedAt.AddSeconds(function.Options.MaximumEventAgeSeconds);
        var attempts = accepted.FailedAttempts;
        if (function.Options.ReservedConcurrency is 0)
        {
            // AWS gives up events of a function that may not run at once, without a try.
            await GiveUpAsync(
                FailureRecord.Of(function, accepted, FailureCondition.RetriesExhausted, attempts, last: null, time.GetUtcNow()), journal);
            return;
        }

        while (true)
        {
            var result = await AttemptAsync(function, accepted, expires, stopping);
            if (result is { Outcome: InvocationOutcome.Success })
            {
                await journal.AppendAsync(new JournalEntry(JournalOperation.Acknowledged, accepted.RequestId));
                return;
            }

            attempts += result is null ? 0 : 1;
            var wait = RetrySchedule.DelayAfter(attempts, TimeSpan.FromSeconds(options.Value.RetryDelaySeconds));
            var condition = result is null || time.GetUtcNow() + wait >= expires
                ? FailureCondition.EventAgeExceeded
                : (FailureCondition?)null;
            condition = attempts > function.Options.MaximumRetryAttempts ? FailureCondition.RetriesExhausted : condition;
            if (condition is { } final)
            {
                await GiveUpAsync(FailureRecord.Of(function, accepted, final, attempts, result, time.GetUtcNow()), journal);
                return;
            }

            LogRetry(logger, function.Name, accepted.RequestId, attempts, wait);
            await journal.AppendAsync(new JournalEntry(JournalOperation.Attempted, accepted.RequestId) { FailedAttempts = attempts });
            await Task.Delay(wait, time, stopping);
        }
    }

    /// <summary>One attempt, which may wait for a sandbox for as long as the event may live. Null when it outlived that.</summary>
    private async Task<InvocationResult?> AttemptAsync(
        LambdaFunction function, AsyncEvent accepted, DateTimeOffset expires, CancellationToken stopping)
    {
        ActivityContext.TryParse(accepted.TraceParent, traceState: null, isRemote: true, out var parent);
        using var activity = LambdaTracing.StartInvoke(function, accepted.RequestId, InvocationType.Event, parent);
        var invocation = new Invocation(
            accepted.RequestId, InvocationType.Event, accepted.Payload, XRayTraceHeader.Of(activity, parent));
        function.Dispatcher.TrySubmit(invocation);
        try
        {
            using (LambdaTracing.StartWait())
            {
                var left = expires - time.GetUtcNow();
                await invocation.Started.WaitAsync(left > TimeSpan.Zero ? left : TimeSpan.Zero, time, stopping);
            }
        }
        catch (Exception e) when (e is TimeoutException or OperationCanceledException)
        {
            if (function.Dispatcher.Withdraw(invocation))
            {
                stopping.ThrowIfCancellationRequested();
                return null;
            }
        }

        var result = await invocation.Result.WaitAsync(stopping);
        LambdaTracing.Record(activity, result);
        return result;
    }

    private async Task GiveUpAsync(FailureRecord failure, EventJournal journal)
    {
        await journal.AppendAsync(new JournalEntry(JournalOperation.Failed, failure.RequestContext.RequestId) { Failure = failure });
        failures.Add(failure);
        LogGivenUp(
            logger,
            failure.Function,
            failure.RequestContext.RequestId,
            failure.RequestContext.Condition,
            failure.RequestContext.ApproximateInvokeCount);
    }

    [LoggerMessage(1, LogLevel.Warning, "{Function} failed on event {RequestId}, attempt {Attempt}; the next is in {Wait}.")]
    private static partial void LogRetry(ILogger logger, string function, string requestId, int attempt, TimeSpan wait);

    [LoggerMessage(2, LogLevel.Error, "Event {RequestId} of {Function} is given up: {Condition} after {Attempts} attempts.")]
    private static partial void LogGivenUp(ILogger logger, string function, string requestId, FailureCondition condition, int attempts);
}

/// <summary>
/// When a failed event is tried again: after one delay, then after two, as AWS does with one minute and two.
/// <see href="https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-error-handling.html"/>.
/// </summary>
internal static class RetrySchedule
{
    public static TimeSpan DelayAfter(int failedAttempts, TimeSpan first) => first * Math.Pow(2, failedAttempts - 1);
}
