using System.Collections.Concurrent;
using Iris.Tests.Integration.Deployment;
using Iris.Tests.Support;
using Iris.Tests.Support.Lambda;

namespace Iris.Tests.Integration.Ops.Data;

/// <summary>`ops redrive` on this machine, where Lambda itself keeps the events that failed.</summary>
public sealed class RedriveCommandTests(Dynalite dynalite)
{
    private const string Function = "ImageProcessor";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Events_that_failed_come_again_as_they_were_and_are_kept_no_longer()
    {
        await using var stack = await LocalStack.StartAsync(dynalite, Token);
        var (broken, handled) = (true, new ConcurrentQueue<string>());
        await using var processor = Sandbox.Start(stack.Lambda, Function, (input, _) =>
        {
            if (broken)
            {
                throw new InvalidOperationException("The table is gone.");
            }

            handled.Enqueue(input);
            return Task.FromResult("null");
        });
        await stack.Lambda.SendEventAsync(Function, """{"picture":"one"}""", Token);
        await stack.Lambda.SendEventAsync(Function, """{"picture":"two"}""", Token);
        await Until.True(async () => (await stack.Lambda.FailuresAsync(Token)).Count == 2, Token);
        broken = false;

        var looked = await OpsProcess.RunAsync(stack.Settings, "redrive", "--dry-run", "--json");
        Assert.Equal((0, 2, 0), Counts(looked));
        Assert.Equal(2, (await stack.Lambda.FailuresAsync(Token)).Count);

        var sent = await OpsProcess.RunAsync(stack.Settings, "redrive", "--json");
        Assert.Equal((0, 2, 2), Counts(sent));
        await Until.True(() => Task.FromResult(handled.Count == 2), Token);
        Assert.Equal(["""{"picture":"one"}""", """{"picture":"two"}"""], handled.Order(StringComparer.Ordinal));
        Assert.Empty(await stack.Lambda.FailuresAsync(Token));

        var again = await OpsProcess.RunAsync(stack.Settings, "redrive");
        Assert.Equal(0, again.Code);
        Assert.Equal("There is no failed event on this machine", again.Told.Trim());
    }

    private static (int Code, int Found, int Sent) Counts(Ending ending) =>
        (ending.Code, ending.Result.GetProperty("found").GetInt32(), ending.Result.GetProperty("sent").GetInt32());
}
