using LocalAws.Lambda.Invocations;

namespace LocalAws.Tests.Lambda;

public sealed class DispatcherTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Events_run_no_more_at_once_than_the_reserved_concurrency()
    {
        var dispatcher = new Dispatcher(reservedConcurrency: 1);
        dispatcher.TrySubmit(Invocation("1", InvocationType.Event));
        dispatcher.TrySubmit(Invocation("2", InvocationType.Event));

        var first = dispatcher.TakeAsync(Cancellation);
        var second = dispatcher.TakeAsync(Cancellation);
        Assert.Equal("1", (await first).RequestId);
        Assert.False(second.IsCompleted);
        dispatcher.Release();

        Assert.Equal("2", (await second).RequestId);
    }

    [Fact]
    public async Task Who_waits_for_an_answer_goes_before_events()
    {
        var dispatcher = new Dispatcher(reservedConcurrency: null);
        dispatcher.TrySubmit(Invocation("event", InvocationType.Event));
        dispatcher.TrySubmit(Invocation("request", InvocationType.RequestResponse));

        Assert.Equal("request", (await dispatcher.TakeAsync(Cancellation)).RequestId);
        Assert.Equal("event", (await dispatcher.TakeAsync(Cancellation)).RequestId);
    }

    [Fact]
    public async Task What_never_reached_its_sandbox_is_the_next_again()
    {
        var dispatcher = new Dispatcher(reservedConcurrency: 1);
        dispatcher.TrySubmit(Invocation("1", InvocationType.Event));
        dispatcher.TrySubmit(Invocation("2", InvocationType.Event));

        dispatcher.Return(await dispatcher.TakeAsync(Cancellation));

        Assert.Equal("1", (await dispatcher.TakeAsync(Cancellation)).RequestId);
    }

    [Fact]
    public async Task A_sandbox_that_went_away_gets_nothing()
    {
        var dispatcher = new Dispatcher(reservedConcurrency: null);
        using var gone = new CancellationTokenSource();
        var poll = dispatcher.TakeAsync(gone.Token);
        await gone.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => poll);

        dispatcher.TrySubmit(Invocation("1", InvocationType.Event));

        Assert.Equal("1", (await dispatcher.TakeAsync(Cancellation)).RequestId);
    }

    [Fact]
    public void What_was_withdrawn_is_gone_once()
    {
        var dispatcher = new Dispatcher(reservedConcurrency: null);
        var invocation = Invocation("1", InvocationType.RequestResponse);
        dispatcher.TrySubmit(invocation);

        Assert.True(dispatcher.Withdraw(invocation));
        Assert.False(dispatcher.Withdraw(invocation));
        Assert.False(dispatcher.TryWithdrawFirst(out _));
    }

    private static Invocation Invocation(string id, InvocationType type) => new(id, type, default, "");
}
