using System.Diagnostics;
using LocalAws.S3.Storage;
using LocalAws.S3.Telemetry;

namespace LocalAws.S3.Destinations;

/// <summary>Delivers each event as soon as it is committed, and again, with back-off, until it is accepted.</summary>
internal sealed partial class EventDelivery(
    Outbox outbox, LambdaDestination lambda, S3Metrics metrics, TimeProvider time, ILogger<EventDelivery> logger)
    : BackgroundService
{
    // Lambda queues; a few connections keep it as busy as it can be.
    private const int MaxConcurrentSends = 16;
    private static readonly TimeSpan s_firstDelay = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan s_longestDelay = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!lambda.IsConfigured)
        {
            LogNoDestination();
            return;
        }

        var options = new ParallelOptions { MaxDegreeOfParallelism = MaxConcurrentSends, CancellationToken = stoppingToken };
        await Parallel.ForEachAsync(outbox.Ready.ReadAllAsync(stoppingToken), options, Deliver);
    }

    private async ValueTask Deliver(Delivery delivery, CancellationToken stoppingToken)
    {
        var pending = delivery.Event;
        using var activity = S3Telemetry.Source.StartActivity("S3 notification", ActivityKind.Producer, pending.TraceParent);
        activity?.SetTag("faas.invoked_name", pending.FunctionName);
        if (await Send(pending, stoppingToken) is not { } failure)
        {
            metrics.Delivered(time.GetUtcNow() - pending.OccurredAt);
            return;
        }

        activity?.SetStatus(ActivityStatusCode.Error, failure);
        var delay = DelayAfter(delivery.Refusals);
        var level = delivery.Refusals == 0 ? LogLevel.Warning : LogLevel.Debug;
        LogRefused(level, pending.Id, pending.FunctionName, delivery.Refusals + 1, failure, delay.TotalMilliseconds);
        _ = Retry(delivery with { Refusals = delivery.Refusals + 1 }, delay, stoppingToken);
    }

    private async Task<string?> Send(OutboxEvent pending, CancellationToken stoppingToken)
    {
        try
        {
            var failure = await lambda.Send(pending, stoppingToken);
            if (failure is null)
            {
                outbox.Delivered(pending);
            }

            return failure;
        }
        catch (IOException exception)
        {
            // Accepted, but the journal could not take a note of it: sent twice is better than forgotten.
            return exception.Message;
        }
    }

    // Nobody waits for this: when the process stops first, the event is in the journal, and the next start takes it up.
    private async Task Retry(Delivery delivery, TimeSpan delay, CancellationToken stoppingToken)
    {
        await Task.Delay(delay, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        outbox.Retry(delivery);
    }

    // Doubles up to the longest, and takes 50 to 100 % of that, so that what failed together does not come back together.
    private static TimeSpan DelayAfter(int refusals)
    {
        var ceiling = Math.Min(s_firstDelay.TotalMilliseconds * Math.Pow(2, refusals), s_longestDelay.TotalMilliseconds);
        return TimeSpan.FromMilliseconds(ceiling * (0.5 + (Random.Shared.NextDouble() / 2)));
    }

    [LoggerMessage(100, LogLevel.Warning, "AWS_ENDPOINT_URL_LAMBDA is not set: events for functions wait in the outbox.")]
    private partial void LogNoDestination();

    [LoggerMessage(
        EventId = 101,
        Message = "Event {EventId} for {FunctionName} was not accepted ({Failure}), attempt {Attempt}; again in {DelayMilliseconds:0} ms.")]
    private partial void LogRefused(
        LogLevel level, string eventId, string functionName, int attempt, string failure, double delayMilliseconds);
}
