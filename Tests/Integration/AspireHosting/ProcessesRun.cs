using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;

namespace Iris.Tests.Integration.AspireHosting;

public sealed class ProcessesRun
{
    [Fact]
    public async Task A_process_gets_its_arguments_and_environment_and_its_output_becomes_its_console_log()
    {
        await using var model = await RunningModel.StartAsync(static builder =>
        {
            var server = builder.AddServer("server");
            builder.AddShell("printer", "echo \"$GREETING $ADDRESS $1\"; echo trouble >&2; sleep 60")
                .WithArgs("zero", "one two")
                .WithEnvironment("GREETING", "hello {\"a\": 1}")
                .WithEnvironment("ADDRESS", $"<{server.GetEndpoint("http")}>");
        });

        var log = await model.LogUntilAsync("printer", "hello");
        var address = model.ClientOf("server").BaseAddress!.ToString().TrimEnd('/');

        Assert.Contains(log, line => line.Content.EndsWith($"hello {{\"a\": 1}} <{address}> one two", StringComparison.Ordinal) && !line.IsErrorMessage);
        Assert.Contains(await model.LogUntilAsync("printer", "trouble"), line => line is { IsErrorMessage: true });
    }

    [Fact]
    public async Task A_process_is_shown_with_the_environment_of_the_model_and_not_with_the_users()
    {
        await using var model = await RunningModel.StartAsync(static builder =>
            builder.AddServer("server").WithEnvironment("GREETING", "hello"));

        var snapshot = (await model.UntilHealthyAsync("server")).Snapshot;

        Assert.Contains(snapshot.EnvironmentVariables, static variable => variable is { Name: "GREETING", Value: "hello" });
        Assert.Contains(snapshot.EnvironmentVariables, static variable => variable.Name == "PORT" && int.TryParse(variable.Value, out _));
        Assert.DoesNotContain(snapshot.EnvironmentVariables, static variable => variable.Name == "PATH");
    }

    [Fact]
    public async Task A_crash_is_told_with_its_exit_code_and_its_last_words()
    {
        await using var model = await RunningModel.StartAsync(static builder => builder.AddShell("crash", "echo 'no disk' >&2; exit 3"));

        var ended = await model.UntilAsync("crash", KnownResourceStates.Exited);
        var log = await model.LogUntilAsync("crash", "exit code 3");

        Assert.Equal(3, ended.Snapshot.ExitCode);
        Assert.Contains(log, static line => line.Content.EndsWith("no disk", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_program_that_is_missing_is_named_together_with_the_cure()
    {
        await using var model = await RunningModel.StartAsync(static builder =>
            builder.AddExecutable("tool", "no-such-tool", Path.GetTempPath()));

        await model.UntilAsync("tool", KnownResourceStates.FailedToStart);
        var log = await model.LogUntilAsync("tool", "no-such-tool");

        Assert.Contains("'no-such-tool', which 'tool' runs, is not on the PATH. Install it", log[^1].Content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_that_is_missing_is_named()
    {
        await using var model = await RunningModel.StartAsync(static builder =>
            builder.AddExecutable("tool", "sh", "/no/such/folder"));

        await model.UntilAsync("tool", KnownResourceStates.FailedToStart);

        Assert.Contains("/no/such/folder", (await model.LogUntilAsync("tool", "does not exist"))[^1].Content, StringComparison.Ordinal);
    }
}
