using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using Iris.Tests.Support;
using Iris.Tests.Support.Lambda;
using LocalAws.Shared;

namespace LocalAws.Tests.Lambda;

public sealed class AsyncEventTests
{
    private static readonly Dictionary<string, string> s_function = new() { ["Functions:F:TimeoutSeconds"] = "20" };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_event_is_accepted_before_any_sandbox_polls_and_handled_when_one_does()
    {
        await using var lambda = LocalLambda.Start(s_function);
        var id = await lambda.SendEventAsync("F", """{"n":1}""", Cancellation);
        var handled = Channel.CreateUnbounded<(string Id, string Input)>();
        await using var sandbox = Sandbox.Start(lambda, "F", (input, context) =>
        {
            handled.Writer.TryWrite((context.AwsRequestId, input));
            return Task.FromResult("null");
        });

        Assert.Equal((id, """{"n":1}"""), await handled.Reader.ReadAsync(Cancellation));
    }

    [Fact]
    public async Task An_event_that_fails_twice_is_handled_by_the_third_attempt()
    {
        await using var lambda = LocalLambda.Start(s_function);
        var attempts = Channel.CreateUnbounded<string>();
        var count = 0;
        await using var sandbox = Sandbox.Start(lambda, "F", (_, context) =>
        {
            attempts.Writer.TryWrite(context.AwsRequestId);
            return ++count < 3 ? throw new InvalidOperationException("not yet") : Task.FromResult("null");
        });

        var id = await lambda.SendEventAsync("F", "{}", Cancellation);

        Assert.Equal(id, await attempts.Reader.ReadAsync(Cancellation));
        Assert.Equal(id, await attempts.Reader.ReadAsync(Cancellation));
        Assert.Equal(id, await attempts.Reader.ReadAsync(Cancellation));
        Assert.Empty(await lambda.FailuresAsync(Cancellation));
    }

    [Fact]
    public async Task An_event_that_fails_three_times_is_recorded_as_aws_records_it()
    {
        await using var lambda = LocalLambda.Start(s_function);
        await using var sandbox = Sandbox.Start(lambda, "F", (_, _) => throw new InvalidOperationException("poison"));

        var id = await lambda.SendEventAsync("F", """{"key":"a b"}""", Cancellation);
        await Until.True(async () => (await lambda.FailuresAsync(Cancellation)).Count == 1, Cancellation);

        var record = (await lambda.FailuresAsync(Cancellation))[0]!;
        Assert.Equal("1.0", (string?)record["version"]);
        Assert.Equal(id, (string?)record["requestContext"]!["requestId"]);
        Assert.Equal("arn:aws:lambda:us-east-1:000000000000:function:F:$LATEST", (string?)record["requestContext"]!["functionArn"]);
        Assert.Equal("RetriesExhausted", (string?)record["requestContext"]!["condition"]);
        Assert.Equal(3, (int?)record["requestContext"]!["approximateInvokeCount"]);
        Assert.Equal("a b", (string?)record["requestPayload"]!["key"]);
        Assert.Equal("Unhandled", (string?)record["responseContext"]!["functionError"]);
        Assert.Equal("poison", (string?)record["responsePayload"]!["errorMessage"]);
    }

    [Fact]
    public async Task A_failure_can_be_redriven_or_deleted_one_by_one_or_by_function()
    {
        await using var lambda = LocalLambda.Start(new Dictionary<string, string>
        {
            ["Functions:F:MaximumRetryAttempts"] = "0",
            ["Functions:G:MaximumRetryAttempts"] = "0",
        });
        var poison = true;
        var handled = Channel.CreateUnbounded<string>();
        await using var f = Sandbox.Start(lambda, "F", (input, _) =>
        {
            if (Volatile.Read(ref poison))
            {
                throw new InvalidOperationException("poison");
            }

            handled.Writer.TryWrite(input);
            return Task.FromResult("null");
        });
        await using var g = Sandbox.Start(lambda, "G", (_, _) => throw new InvalidOperationException("poison"));
        await lambda.SendEventAsync("F", "1", Cancellation);
        var second = await lambda.SendEventAsync("F", "2", Cancellation);
        await lambda.SendEventAsync("G", "3", Cancellation);
        await Until.True(async () => (await lambda.FailuresAsync(Cancellation)).Count == 3, Cancellation);

        Volatile.Write(ref poison, false);
        var one = new { ids = new[] { second } };
        Assert.Equal(1, await CountAsync(await lambda.Client.PostAsJsonAsync("/_local/failures/redrive", one, Cancellation), "redriven"));
        Assert.Equal("2", await handled.Reader.ReadAsync(Cancellation));
        Assert.Equal(1, await CountAsync(await lambda.Client.DeleteAsync("/_local/failures?function=G", Cancellation), "deleted"));
        Assert.Equal(1, await CountAsync(await lambda.Client.PostAsync("/_local/failures/redrive", null, Cancellation), "redriven"));
        Assert.Equal("1", await handled.Reader.ReadAsync(Cancellation));
        Assert.Empty(await lambda.FailuresAsync(Cancellation));
    }

    [Fact]
    public async Task An_event_that_waits_longer_than_its_age_is_a_failure_without_a_response()
    {
        await using var lambda = LocalLambda.Start(new Dictionary<string, string> { ["Functions:F:MaximumEventAgeSeconds"] = "1" });

        await lambda.SendEventAsync("F", "{}", Cancellation);
        await Until.True(async () => (await lambda.FailuresAsync(Cancellation)).Count == 1, Cancellation);

        var record = (await lambda.FailuresAsync(Cancellation))[0]!.AsObject();
        Assert.Equal("EventAgeExceeded", (string?)record["requestContext"]!["condition"]);
        Assert.Equal(0, (int?)record["requestContext"]!["approximateInvokeCount"]);
        Assert.False(record.ContainsKey("responsePayload"));
    }

    [Fact]
    public async Task Events_of_a_function_without_concurrency_fail_at_once()
    {
        await using var lambda = LocalLambda.Start(new Dictionary<string, string> { ["Functions:F:ReservedConcurrency"] = "0" });

        await lambda.SendEventAsync("F", "{}", Cancellation);

        await Until.True(async () => (await lambda.FailuresAsync(Cancellation)).Count == 1, Cancellation);
    }

    [Fact]
    public async Task A_full_queue_throttles()
    {
        await using var lambda = LocalLambda.Start(new Dictionary<string, string>(s_function) { ["MaximumQueuedEvents"] = "2" });
        await lambda.SendEventAsync("F", "1", Cancellation);
        await lambda.SendEventAsync("F", "2", Cancellation);

        using var third = await lambda.InvokeAsync("F", "3", Cancellation, "Event");

        Assert.Equal(HttpStatusCode.TooManyRequests, third.StatusCode);
    }

    [Fact]
    public async Task What_was_accepted_and_what_failed_outlives_the_emulator()
    {
        var directory = Directory.CreateTempSubdirectory("iris-lambda-");
        var handled = new ConcurrentBag<string>();
        var settings = new Dictionary<string, string>(s_function) { ["Functions:Poisoned:MaximumRetryAttempts"] = "0" };
        await using (var before = LocalLambda.Start(settings, directory.FullName))
        {
            await using var poisoned = Sandbox.Start(before, "Poisoned", (_, _) => throw new InvalidOperationException("poison"));
            await before.SendEventAsync("Poisoned", "0", Cancellation);
            await Until.True(async () => (await before.FailuresAsync(Cancellation)).Count == 1, Cancellation);
            await Task.WhenAll(Enumerable.Range(1, 20).Select(n => before.SendEventAsync("F", $"{n}", Cancellation)));
        }

        await using (var after = LocalLambda.Start(settings, directory.FullName))
        {
            await using var sandbox = Sandbox.Start(after, "F", (input, _) =>
            {
                handled.Add(input);
                return Task.FromResult("null");
            });
            await Until.True(() => Task.FromResult(handled.Count == 20), Cancellation);
            Assert.Single(await after.FailuresAsync(Cancellation));
        }

        await using (var third = LocalLambda.Start(settings, directory.FullName))
        {
            await using var sandbox = Sandbox.Start(third, "F", (input, _) => Task.FromResult(input));
            await third.InvokeAsync("F", "{}", Cancellation);
        }

        Assert.Equal(Enumerable.Range(1, 20).Select(n => $"{n}").Order(), handled.Order());
        directory.Delete(recursive: true);
    }

    [Fact]
    public async Task An_event_under_way_when_the_emulator_stops_is_delivered_again_and_not_counted_as_failed()
    {
        var directory = Directory.CreateTempSubdirectory("iris-lambda-");
        var settings = new Dictionary<string, string>(s_function) { ["Functions:F:MaximumRetryAttempts"] = "0" };
        var entered = new TaskCompletionSource();
        var stuck = new TaskCompletionSource<string>();
        await using (var before = LocalLambda.Start(settings, directory.FullName))
        {
            var sandbox = Sandbox.Start(before, "F", (_, _) =>
            {
                entered.SetResult();
                return stuck.Task;
            });
            await before.SendEventAsync("F", "1", Cancellation);
            await entered.Task.WaitAsync(Cancellation);
            await before.DisposeAsync();
            sandbox.Kill();
        }

        var handled = new TaskCompletionSource<string>();
        await using (var after = LocalLambda.Start(settings, directory.FullName))
        {
            await using var sandbox = Sandbox.Start(after, "F", (input, _) =>
            {
                handled.SetResult(input);
                return Task.FromResult("null");
            });
            Assert.Equal("1", await handled.Task.WaitAsync(Cancellation));
            Assert.Empty(await after.FailuresAsync(Cancellation));
        }

        directory.Delete(recursive: true);
    }

    [Fact]
    public async Task A_second_process_stays_out_of_the_data()
    {
        await using var first = LocalLambda.Start();
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        patience.CancelAfter(TimeSpan.FromSeconds(30));
        using var second = Process.Start(new ProcessStartInfo(
            Path.Combine(AppContext.BaseDirectory, "LocalAws.Lambda"),
            ["--urls=http://127.0.0.1:0", $"--Lambda:DataDirectory={first.DataDirectory}"])
        {
            Environment =
            {
                ["AWS_ACCESS_KEY_ID"] = LocalAccount.AccessKeyId,
                ["AWS_SECRET_ACCESS_KEY"] = LocalAccount.SecretAccessKey,
            },
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;

        try
        {
            var told = await Task.WhenAll(
                second.StandardOutput.ReadToEndAsync(patience.Token), second.StandardError.ReadToEndAsync(patience.Token));
            await second.WaitForExitAsync(patience.Token);

            Assert.Contains($"{first.DataDirectory} is in use by another process", string.Concat(told), StringComparison.Ordinal);
            Assert.NotEqual(0, second.ExitCode);
        }
        finally
        {
            second.Kill();
        }
    }

    private static async Task<int?> CountAsync(HttpResponseMessage response, string name)
    {
        using (response)
        {
            return (int?)JsonNode.Parse(await response.Content.ReadAsStringAsync(Cancellation))![name];
        }
    }
}
