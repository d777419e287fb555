using Iris.Tests.Integration.ImageProcessor;
using Iris.Tests.Support;

namespace Iris.Tests.Integration.Ops.Data;

/// <summary>`ops clean-data` when somebody interrupts it, and what it writes where no terminal is.</summary>
public sealed class CleanDataCommandTests(Dynalite dynalite)
{
    [Fact]
    public async Task A_run_that_was_interrupted_half_way_is_completed_by_the_next()
    {
        await using var catalog = await FillAsync();
        var deleting = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var line = new Line
        {
            Intercept = async (request, _, cancellationToken) =>
            {
                if (request.Method == HttpMethod.Post)
                {
                    deleting.TrySetResult();
                    await Task.Delay(Timeout.Infinite, cancellationToken);
                }

                return null;
            },
        };
        await using var s3 = await LineServer.StartAsync(line, catalog.Stack.S3.Endpoint);
        var settings = new Dictionary<string, string>(catalog.Stack.Settings) { ["AWS_ENDPOINT_URL_S3"] = s3.Url };

        var interrupted = await OpsProcess.InterruptAsync(settings, deleting.Task, "clean-data", "--yes", "--json");

        Assert.True(interrupted.Code == 1, interrupted.Told);
        Assert.Contains("Interrupted. Run the same command again", interrupted.Told, StringComparison.Ordinal);
        Assert.Equal((0, 5), (await catalog.ItemsAsync(), (await catalog.KeysAsync()).Count));

        var completed = await OpsProcess.RunAsync(catalog.Stack.Settings, "clean-data", "--yes", "--json");

        Assert.True(completed.Code == 0, completed.Told);
        Assert.Equal((0, 5), (completed.Result.GetProperty("items").GetInt32(), completed.Result.GetProperty("objects").GetInt32()));
        Assert.Empty(await catalog.KeysAsync());
    }

    [Theory]
    [InlineData]
    [InlineData("--json")]
    public async Task Without_a_terminal_it_writes_plain_lines(params string[] more)
    {
        await using var catalog = await FillAsync();
        // Both make a program believe that somebody looks at colours.
        var settings = new Dictionary<string, string>(catalog.Stack.Settings) { ["TERM"] = "xterm-256color", ["GITHUB_ACTIONS"] = "true" };

        var ending = await OpsProcess.RunAsync(settings, ["clean-data", "--yes", .. more]);

        Assert.True(ending.Code == 0, ending.Told);
        Assert.Matches(
            @"^On this machine: 2 images \(\d+ items of the table, 5 objects of 0\.0 MB\)\n  rows and objects deleted: \d+\n$",
            ending.Told.ReplaceLineEndings("\n"));
    }

    private async Task<MaintainedCatalog> FillAsync()
    {
        var catalog = await MaintainedCatalog.CreateAsync(dynalite);
        await catalog.MakeReadyAsync("one.jpg", "Dog");
        await catalog.MakeFailedAsync("two.jpg");
        return catalog;
    }
}
