using System.Text.Json;
using LocalAws.Lambda.AsyncEvents;
using LocalAws.Lambda.Functions;
using LocalAws.Lambda.Invocations;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace LocalAws.Tests.Lambda;

public sealed class EventDeliveryTests : IAsyncDisposable
{
    private static readonly byte[] s_error = """{"errorType":"Oops"}"""u8.ToArray();

    private readonly ManualTime _time = new();
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("iris-retry-");
    private readonly EventJournal _journal;
    private readonly FailureStore _failures = new();

    public EventDeliveryTests() => _journal = EventJournal.Open(_directory.FullName, out _);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        await _journal.DisposeAsync();
        _directory.Delete(recursive: true);
    }

    [Fact]
    public async Task Delivery_happens_after_one_minute_and_then_after_two_as_on_aws()
    {
        var function = Function(new FunctionOptions());
        var delivery = DeliverAsync(function, retryDelaySeconds: 60);

        await FailAttemptAsync(function);
        await _time.AdvanceThroughAsync(TimeSpan.FromMinutes(1), Cancellation);
        await FailAttemptAsync(function);
        await _time.AdvanceThroughAsync(TimeSpan.FromMinutes(2), Cancellation);
        await FailAttemptAsync(function);
        await delivery;

        var record = Assert.Single(_failures.List(static _ => true));
        Assert.Equal(
            (FailureCondition.RetriesExhausted, 3), (record.RequestContext.Condition, record.RequestContext.ApproximateInvokeCount));
        Assert.Equal("Oops", record.ResponsePayload?.GetProperty("errorType").GetString());
    }

    [Fact]
    public async Task Delivery_stops_when_the_next_attempt_would_come_after_the_events_age()
    {
        var function = Function(new FunctionOptions { MaximumEventAgeSeconds = 150 });
        var delivery = DeliverAsync(function, retryDelaySeconds: 60);

        await FailAttemptAsync(function);
        await _time.AdvanceThroughAsync(TimeSpan.FromMinutes(1), Cancellation);
        await FailAttemptAsync(function);
        await delivery;

        var record = Assert.Single(_failures.List(static _ => true));
        Assert.Equal(
            (FailureCondition.EventAgeExceeded, 2), (record.RequestContext.Condition, record.RequestContext.ApproximateInvokeCount));
    }

    [Fact]
    public async Task Delivery_counts_attempts_from_before_a_restart()
    {
        var function = Function(new FunctionOptions());
        var delivery = DeliverAsync(function, retryDelaySeconds: 60, failedAttempts: 2);

        await FailAttemptAsync(function);
        await delivery;

        Assert.Equal(3, Assert.Single(_failures.List(static _ => true)).RequestContext.ApproximateInvokeCount);
    }

    [Fact]
    public async Task Delivery_ends_with_the_first_success()
    {
        var function = Function(new FunctionOptions());
        var delivery = DeliverAsync(function, retryDelaySeconds: 60);

        await FailAttemptAsync(function);
        await _time.AdvanceThroughAsync(TimeSpan.FromMinutes(1), Cancellation);
        await AttemptAsync(function, InvocationResult.Success("null"u8.ToArray()));
        await delivery;

        Assert.Empty(_failures.List(static _ => true));
    }

    private LambdaFunction Function(FunctionOptions options) => new("F", "us-east-1", options, _time);

    private Task DeliverAsync(LambdaFunction function, double retryDelaySeconds, int failedAttempts = 0)
    {
        var delivery = new EventDelivery(
            Options.Create(new LambdaOptions { RetryDelaySeconds = retryDelaySeconds }),
            _failures,
            _time,
            NullLogger<EventDelivery>.Instance);
        var accepted = new AsyncEvent("R", "F", JsonSerializer.SerializeToUtf8Bytes(1), _time.GetUtcNow(), TraceParent: null)
        {
            FailedAttempts = failedAttempts,
        };
        return delivery.DeliverAsync(function, accepted, _journal, Cancellation);
    }

    private static Task FailAttemptAsync(LambdaFunction function) => AttemptAsync(function, InvocationResult.Error(s_error));

    private static async Task AttemptAsync(LambdaFunction function, InvocationResult result)
    {
        var invocation = await function.Dispatcher.TakeAsync(Cancellation);
        function.Start(invocation, CancellationToken.None);
        Assert.True(invocation.TryComplete(result));
    }
}
