namespace Iris.Tests.EndToEnd;

public sealed class ShutdownTests
{
    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    [InlineData("KILL")]
    public async Task However_the_AppHost_ends_no_process_outlives_it(string signal)
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        using var appHost = new AppHostProcess("--ephemeral");
        await appHost.ReadyAsync(cancellationToken);
        Assert.Contains(appHost.Left(), static command => command.Contains("LocalAws.S3", StringComparison.Ordinal));

        await appHost.SignalAsync(signal, cancellationToken);

        Assert.Empty(await appHost.UntilNoneIsLeftAsync(TimeSpan.FromSeconds(30), cancellationToken));
    }

    [Fact]
    public async Task After_Ctrl_C_the_exit_code_is_0()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        using var appHost = new AppHostProcess("--ephemeral");
        await appHost.ReadyAsync(cancellationToken);

        await appHost.SignalAsync("INT", cancellationToken);

        Assert.Equal(0, appHost.ExitCode);
    }
}
