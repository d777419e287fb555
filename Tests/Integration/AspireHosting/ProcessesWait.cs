using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;

namespace Iris.Tests.Integration.AspireHosting;

public sealed class ProcessesWait
{
    [Fact]
    public async Task A_process_starts_when_what_it_waits_for_is_healthy_and_its_ready_callbacks_have_run()
    {
        var readyCallbackRan = false;
        await using var model = await RunningModel.StartAsync(builder =>
        {
            var server = builder.AddServer("server").OnResourceReady(async (_, _, cancellationToken) =>
            {
                await Task.Delay(TimeSpan.FromMilliseconds(200), cancellationToken);
                readyCallbackRan = true;
            });
            builder.AddShell("client", "sleep 60").WaitFor(server).OnBeforeResourceStarted((_, _, _) =>
            {
                Assert.True(readyCallbackRan);
                return Task.CompletedTask;
            });
        });

        await model.UntilAsync("client", KnownResourceStates.Running);

        Assert.True(readyCallbackRan);
        Assert.True(model.Now("server").StartTimeStamp <= model.Now("client").StartTimeStamp);
    }

    [Fact]
    public async Task A_process_starts_when_another_has_run_to_its_end()
    {
        var trace = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        await using var model = await RunningModel.StartAsync(builder =>
        {
            var first = builder.AddShell("first", $"sleep 0.3; touch {trace}");
            builder.AddShell("second", $"rm {trace}").WaitForCompletion(first);
        });

        // Without the file that the first leaves at its end the second ends badly: "Exited".
        await model.UntilAsync("second", KnownResourceStates.Finished);

        Assert.Equal(KnownResourceStates.Finished, model.Now("first").State?.Text);
    }

    [Fact]
    public async Task A_process_does_not_start_when_the_one_before_it_ended_badly()
    {
        await using var model = await RunningModel.StartAsync(static builder =>
        {
            var first = builder.AddShell("first", "exit 4");
            builder.AddShell("second", "exit 0").WaitForCompletion(first);
        });

        await model.UntilAsync("second", KnownResourceStates.FailedToStart);

        Assert.Contains("exit code 4", (await model.LogUntilAsync("second", "'first' had to end"))[^1].Content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_waiting_process_can_be_started_at_once()
    {
        await using var model = await RunningModel.StartAsync(static builder =>
        {
            var never = builder.AddShell("never", "sleep 60").WithExplicitStart();
            builder.AddShell("impatient", "sleep 60").WaitFor(never);
        });
        await model.UntilAsync("impatient", KnownResourceStates.Waiting);

        await model.CommandAsync("impatient", KnownResourceCommands.StartCommand);

        await model.UntilAsync("impatient", KnownResourceStates.Running);
        Assert.Equal(KnownResourceStates.NotStarted, model.Now("never").State?.Text);
    }
}
