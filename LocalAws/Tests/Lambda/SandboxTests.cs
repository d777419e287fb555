using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Text.Json.Nodes;
using Iris.Tests.Support;
using Iris.Tests.Support.Lambda;

namespace LocalAws.Tests.Lambda;

public sealed class SandboxTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task As_many_invocations_run_at_once_as_sandboxes_poll()
    {
        await using var lambda = LocalLambda.Start();
        var gate = new Gate();
        await using var first = Sandbox.Start(lambda, "F", (_, _) => gate.PassAsync());
        await using var second = Sandbox.Start(lambda, "F", (_, _) => gate.PassAsync());
        await Until.True(async () => (await lambda.InvokeAsync("F", "{}", Cancellation, "DryRun")).IsSuccessStatusCode, Cancellation);

        var calls = Enumerable.Range(0, 5).Select(_ => lambda.InvokeAsync("F", "{}", Cancellation)).ToArray();
        await gate.EnteredAsync(2);
        gate.Open();
        await Task.WhenAll(calls);

        Assert.Equal(2, gate.Most);
        Assert.All(calls, call => Assert.False(call.Result.Headers.Contains("X-Amz-Function-Error")));
    }

    [Fact]
    public async Task Reserved_concurrency_throttles_who_waits_for_an_answer()
    {
        await using var lambda = LocalLambda.Start(new Dictionary<string, string> { ["Functions:F:ReservedConcurrency"] = "1" });
        var gate = new Gate();
        await using var first = Sandbox.Start(lambda, "F", (_, _) => gate.PassAsync());
        await using var second = Sandbox.Start(lambda, "F", (_, _) => gate.PassAsync());

        var running = lambda.InvokeAsync("F", "{}", Cancellation);
        await gate.EnteredAsync(1);
        using var throttled = await lambda.InvokeAsync("F", "{}", Cancellation);
        gate.Open();
        await running;
        using var after = await lambda.InvokeAsync("F", "{}", Cancellation);

        Assert.Equal(HttpStatusCode.TooManyRequests, throttled.StatusCode);
        Assert.Equal("TooManyRequestsException", throttled.Headers.GetValues("x-amzn-ErrorType").Single());
        Assert.Equal(HttpStatusCode.OK, after.StatusCode);
    }

    [Fact]
    public async Task Without_a_sandbox_the_caller_hears_so()
    {
        await using var lambda = LocalLambda.Start(new Dictionary<string, string>
        {
            ["Functions:F:TimeoutSeconds"] = "3",
            ["SandboxWaitSeconds"] = "0.05",
        });

        using var response = await lambda.InvokeAsync("F", "{}", Cancellation);

        Assert.Equal(HttpStatusCode.TooManyRequests, response.StatusCode);
        Assert.Contains("is its process running?", await response.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_timeout_ends_the_invocation_and_its_late_answer_counts_for_nothing()
    {
        await using var lambda = LocalLambda.Start(new Dictionary<string, string> { ["Functions:F:TimeoutSeconds"] = "1" });
        var late = new TaskCompletionSource<string>();
        await using var sandbox = Sandbox.Start(lambda, "F", (_, _) => late.Task);

        using var timedOut = await lambda.InvokeAsync("F", "1", Cancellation);
        late.SetResult("\"late\"");
        await Assert.ThrowsAnyAsync<Exception>(() => sandbox.Running.WaitAsync(Cancellation));
        await using var next = Sandbox.Start(lambda, "F", (_, _) => Task.FromResult("\"in time\""));
        using var answered = await lambda.InvokeAsync("F", "2", Cancellation);

        var error = JsonNode.Parse(await timedOut.Content.ReadAsStringAsync(Cancellation))!;
        Assert.Equal("Sandbox.Timedout", (string?)error["errorType"]);
        Assert.EndsWith("Task timed out after 1.00 seconds", (string?)error["errorMessage"], StringComparison.Ordinal);
        Assert.Equal("\"in time\"", await answered.Content.ReadAsStringAsync(Cancellation));
    }

    [Fact]
    public async Task A_sandbox_that_ran_out_of_time_gets_no_further_work_and_its_event_is_tried_again_on_a_new_one()
    {
        await using var lambda = LocalLambda.Start(new Dictionary<string, string> { ["Functions:F:TimeoutSeconds"] = "1" });
        var attempts = new ConcurrentQueue<(string Sandbox, string RequestId)>();
        var late = new TaskCompletionSource<string>();
        await using var first = Sandbox.Start(lambda, "F", (_, context) =>
        {
            attempts.Enqueue(("first", context.AwsRequestId));
            return late.Task;
        });
        var id = await lambda.SendEventAsync("F", "{}", Cancellation);
        await Until.True(() => Task.FromResult(attempts.Count == 1), Cancellation);

        await using var second = Sandbox.Start(lambda, "F", (_, context) =>
        {
            attempts.Enqueue(("second", context.AwsRequestId));
            return Task.FromResult("null");
        });
        await Until.True(() => Task.FromResult(attempts.Count == 2), Cancellation);
        late.SetResult("null");

        var told = await Assert.ThrowsAnyAsync<Exception>(() => first.Running.WaitAsync(Cancellation));
        Assert.Equal("The Runtime API answered 500 to next.", told.Message);
        Assert.Equal([("first", id), ("second", id)], attempts);
        Assert.Empty(await lambda.FailuresAsync(Cancellation));
    }

    [Fact]
    public async Task The_function_sees_its_deadline_come()
    {
        await using var lambda = LocalLambda.Start(new Dictionary<string, string> { ["Functions:F:TimeoutSeconds"] = "20" });
        await using var sandbox = Sandbox.Start(lambda, "F", async (_, context) =>
        {
            using var deadline = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
            deadline.CancelAfter(context.RemainingTime - TimeSpan.FromSeconds(19.5));
            await Task.Delay(Timeout.Infinite, deadline.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            return "\"in time\"";
        });

        using var response = await lambda.InvokeAsync("F", "{}", Cancellation);

        Assert.Equal("\"in time\"", await response.Content.ReadAsStringAsync(Cancellation));
    }

    [Fact]
    public async Task A_killed_sandbox_is_noticed_at_once()
    {
        await using var lambda = LocalLambda.Start(new Dictionary<string, string> { ["Functions:F:TimeoutSeconds"] = "900" });
        var gate = new Gate();
        await using var sandbox = Sandbox.Start(lambda, "F", (_, _) => gate.PassAsync());
        var started = Stopwatch.GetTimestamp();

        var call = lambda.InvokeAsync("F", "{}", Cancellation);
        await gate.EnteredAsync(1);
        sandbox.Kill();
        using var response = await call;

        Assert.Equal("Runtime.ExitError", (string?)JsonNode.Parse(await response.Content.ReadAsStringAsync(Cancellation))!["errorType"]);
        Assert.InRange(Stopwatch.GetElapsedTime(started), TimeSpan.Zero, TimeSpan.FromSeconds(20));
    }

    [Fact]
    public async Task A_function_that_cannot_start_fails_what_waited_for_it()
    {
        await using var lambda = LocalLambda.Start(new Dictionary<string, string> { ["Functions:F:TimeoutSeconds"] = "3" });
        var call = lambda.InvokeAsync("F", "{}", Cancellation);

        // The call may still be on its way when the function starts, so it starts until the call is met.
        while (!call.IsCompleted)
        {
            await using var sandbox = Sandbox.Start(
                lambda, "F", static (_, _) => Task.FromResult("null"),
                static builder => builder.UseBootstrapHandler(static () => throw new InvalidOperationException("TABLE is not set")));
            var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => sandbox.Running);
            Assert.Equal("TABLE is not set", failure.Message);
        }

        using var response = await call;
        Assert.Equal("TABLE is not set", (string?)JsonNode.Parse(await response.Content.ReadAsStringAsync(Cancellation))!["errorMessage"]);
    }

    /// <summary>Handlers wait here until the test lets them pass.</summary>
    private sealed class Gate
    {
        private readonly TaskCompletionSource _open = new();
        private readonly SemaphoreSlim _entered = new(0);
        private int _inside;

        public int Most { get; private set; }

        public async Task<string> PassAsync()
        {
            Most = Math.Max(Most, Interlocked.Increment(ref _inside));
            _entered.Release();
            await _open.Task;
            Interlocked.Decrement(ref _inside);
            return "null";
        }

        public async Task EnteredAsync(int count)
        {
            for (var i = 0; i < count; i++)
            {
                await _entered.WaitAsync(Cancellation);
            }
        }

        public void Open() => _open.SetResult();
    }
}
