using System.Diagnostics;
using LocalAws.S3.Telemetry;

namespace LocalAws.S3.Notifications;

/// <summary>Delivers each event as soon as it is committed, and again, with back-off, until it is accepted.</summary>
internal sealed partial class EventDelivery(Outbox outbox, LambdaDestination lambda, S3Metrics metrics, TimeProvider time, ILogger<EventDelivery> logger)
    : BackgroundService
{
    // Lambda queues; a few connections keep it as busy as it can be.
    private const int MaxConcurrentSends = 16;
    private static readonly TimeSpan s_firstDelay = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan s_longestDelay = TimeSpan.FromSeconds(5);

    private readonly SemaphoreSlim _sends = new(MaxConcurrentSends);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!lambda.IsConfigured)
        {
            LogNoDestination();
            return;
        }

        await foreach (var pending in outbox.Ready.ReadAllAsync(stoppingToken))
        {
            _ = DeliverOrStop(pending, stoppingToken);
        }
    }

    public override void Dispose()
    {
        _sends.Dispose();
        base.Dispose();
    }

    private async Task DeliverOrStop(OutboxEvent pending, CancellationToken stoppingToken)
    {
        try
        {
            await Deliver(pending, stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The event is in the journal: the next start takes it up.
        }
        catch (Exception exception)
        {
            LogLost(exception, pending.Id, pending.FunctionName);
        }
    }

    private async Task Deliver(OutboxEvent pending, CancellationToken stoppingToken)
    {
        using var activity = S3Telemetry.Source.StartActivity("S3 notification", ActivityKind.Producer, pending.TraceParent);
        activity?.SetTag("faas.invoked_name", pending.FunctionName);
        for (var attempt = 0; await Send(pending, stoppingToken) is { } failure; attempt++)
        {
            var delay = DelayAfter(attempt);
            LogRefused(pending.Id, pending.FunctionName, attempt + 1, failure, delay.TotalMilliseconds);
            await Task.Delay(delay, time, stoppingToken);
        }

        outbox.Delivered(pending);
        metrics.Delivered(time.GetUtcNow() - pending.OccurredAt);
    }

    private async Task<string?> Send(OutboxEvent pending, CancellationToken stoppingToken)
    {
        await _sends.WaitAsync(stoppingToken);
        try
        {
            return await lambda.Send(pending, stoppingToken);
        }
        finally
        {
            _sends.Release();
        }
    }

    // Doubles up to the longest, and takes 50 to 100 % of that, so that what failed together does not come back together.
    private static TimeSpan DelayAfter(int attempt)
    {
        var ceiling = Math.Min(s_firstDelay.TotalMilliseconds * Math.Pow(2, attempt), s_longestDelay.TotalMilliseconds);
        return TimeSpan.FromMilliseconds(ceiling * (0.5 + (Random.Shared.NextDouble() / 2)));
    }

    [LoggerMessage(100, LogLevel.Warning, "AWS_ENDPOINT_URL_LAMBDA is not set: events for functions wait in the outbox.")]
    private partial void LogNoDestination();

    [LoggerMessage(101, LogLevel.Warning, "Event {EventId} for {FunctionName} was not accepted ({Failure}), attempt {Attempt}; again in {DelayMilliseconds:0} ms.")]
    private partial void LogRefused(string eventId, string functionName, int attempt, string failure, double delayMilliseconds);

    [LoggerMessage(102, LogLevel.Error, "Event {EventId} for {FunctionName} waits for the next start.")]
    private partial void LogLost(Exception exception, string eventId, string functionName);
}
