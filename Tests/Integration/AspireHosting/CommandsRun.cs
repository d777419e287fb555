using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;

namespace Iris.Tests.Integration.AspireHosting;

public sealed class CommandsRun
{
    [Fact]
    public async Task A_restart_keeps_the_address_and_changes_the_process()
    {
        await using var model = await RunningModel.StartAsync(static builder => builder.AddServer("server"));
        await model.UntilHealthyAsync("server");
        using var client = model.ClientOf("server");
        var before = await client.GetStringAsync("/", TestContext.Current.CancellationToken);

        var result = await model.CommandAsync("server", KnownResourceCommands.RestartCommand);
        await model.UntilHealthyAsync("server");

        Assert.True(result.Success, result.Message);
        Assert.NotEqual(before, await client.GetStringAsync("/", TestContext.Current.CancellationToken));
        Assert.Equal(client.BaseAddress, model.ClientOf("server").BaseAddress);
    }

    [Fact]
    public async Task A_stopped_process_stays_stopped_until_it_is_started_and_keeps_its_log()
    {
        await using var model = await RunningModel.StartAsync(static builder => builder.AddServer("server"));
        await model.UntilHealthyAsync("server");

        await model.CommandAsync("server", KnownResourceCommands.StopCommand);
        var stopped = await model.UntilAsync("server", static snapshot => KnownResourceStates.TerminalStates.Contains(snapshot.State?.Text));
        Assert.All(stopped.Snapshot.Urls, static url => Assert.True(url.IsInactive));

        await model.CommandAsync("server", KnownResourceCommands.StartCommand);
        await model.UntilHealthyAsync("server");

        var log = await model.LogUntilAsync("server", "listening");
        Assert.Contains(log, static line => line.Content.EndsWith("listening", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_commands_offered_follow_the_state()
    {
        await using var model = await RunningModel.StartAsync(static builder => builder.AddShell("sleeper", "sleep 60").WithExplicitStart());
        var notStarted = (await model.UntilAsync("sleeper", KnownResourceStates.NotStarted)).Snapshot;

        await model.CommandAsync("sleeper", KnownResourceCommands.StartCommand);
        var running = (await model.UntilAsync("sleeper", KnownResourceStates.Running)).Snapshot;

        Assert.Equal("start: Enabled, stop: Hidden, restart: Disabled", Offered(notStarted));
        Assert.Equal("start: Hidden, stop: Enabled, restart: Enabled", Offered(running));
    }

    [Fact]
    public async Task A_custom_command_gets_the_replica_it_was_used_on_and_its_answer_comes_back()
    {
        await using var model = await RunningModel.StartAsync(static builder => builder.AddShell("sleeper", "sleep 60")
            .WithCommand("greet", "Greet", static context => Task.FromResult(CommandResults.Success($"hello {context.ResourceName}")))
            .WithCommand("fail", "Fail", static _ => throw new InvalidOperationException("it is broken")));
        var id = (await model.UntilAsync("sleeper", KnownResourceStates.Running)).ResourceId;

        Assert.Equal($"hello {id}", (await model.CommandAsync("sleeper", "greet")).Message);
        Assert.Equal("it is broken", (await model.CommandAsync(id, "fail")).Message);
        Assert.False((await model.CommandAsync("sleeper", "no-such-command")).Success);
        Assert.False((await model.CommandAsync("nobody", "greet")).Success);
    }

    [Fact]
    public async Task An_HTTP_command_asks_the_resource_itself()
    {
        await using var model = await RunningModel.StartAsync(static builder => builder.AddServer("server")
            .WithHttpCommand("/down", "Go down", commandName: "go-down"));
        await model.UntilHealthyAsync("server");

        var result = await model.CommandAsync("server", "go-down");

        Assert.True(result.Success, result.Message);
        await model.UntilAsync("server", static snapshot => snapshot.HealthReports.Any(static report => report.Description?.Contains("503", StringComparison.Ordinal) == true));
    }

    private static string Offered(CustomResourceSnapshot snapshot) =>
        string.Join(", ", snapshot.Commands.Select(static command => $"{command.Name}: {command.State}"));
}
