using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Dcp;
using Aspire.Hosting.Orchestration;

namespace Iris.Tests.Unit.AspireHosting;

public sealed class ConsoleLogsAreKept
{
    [Fact]
    public async Task A_reader_gets_what_was_written_before_it_came_and_what_follows()
    {
        var log = new ConsoleLog();
        log.Append("before", isError: false);
        await using var reader = log.FollowAsync(TestContext.Current.CancellationToken).GetAsyncEnumerator(TestContext.Current.CancellationToken);

        await reader.MoveNextAsync();
        Assert.Equal([new LogLine(1, "before", false)], reader.Current);
        log.Append("after", isError: true);
        await reader.MoveNextAsync();

        Assert.Equal([new LogLine(2, "after", true)], reader.Current);
    }

    [Fact]
    public async Task Many_lines_come_in_batches_that_fit_a_message()
    {
        var log = new ConsoleLog();
        for (var i = 0; i < 1200; i++)
        {
            log.Append("line", isError: false);
        }

        await using var reader = log.FollowAsync(TestContext.Current.CancellationToken).GetAsyncEnumerator(TestContext.Current.CancellationToken);
        await reader.MoveNextAsync();

        Assert.Equal(500, reader.Current.Count);
    }

    [Fact]
    public void The_oldest_lines_go_first()
    {
        var log = new ConsoleLog();
        for (var i = 0; i < 10_001; i++)
        {
            log.Append("line", isError: false);
        }

        Assert.Equal((10_000, 2), (log.Lines().Count, log.Lines()[0].LineNumber));
    }

    [Theory]
    [InlineData("2026-01-31T10:00:00.1234567Z listening", "listening")]
    [InlineData("no time here", "no time here")]
    [InlineData("single", "single")]
    public void The_time_can_be_taken_off_a_line(string line, string text) => Assert.Equal(text, ConsoleText.WithoutTime(line));

    [Fact]
    public void Colours_can_be_taken_off_a_line() => Assert.Equal("fail: no disk", ConsoleText.Plain("2026-01-31T10:00:00Z \e[31mfail\e[0m: no disk"));

    [Fact]
    public void A_kubeconfig_is_complete_when_it_has_a_server_and_a_token()
    {
        string[] lines = ["clusters:", "- cluster:", "    server: https://127.0.0.1:4242", "users:", "- user:", "    token: abc"];

        Assert.Equal(new Kubeconfig(new Uri("https://127.0.0.1:4242"), "abc"), Kubeconfig.Parse(lines));
        Assert.Null(Kubeconfig.Parse(lines[..4]));
    }
}
