namespace Iris.Tests.EndToEnd;

public sealed class ShutdownTests
{
    [Theory]
    [InlineData("INT", 0)]
    [InlineData("TERM", 0)]
    [InlineData("KILL", 128 + 9)]
    public async Task However_the_AppHost_ends_no_process_outlives_it_and_its_exit_code_says_how(string signal, int exitCode)
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        using var appHost = new AppHostProcess("--ephemeral");
        await appHost.ReadyAsync(cancellationToken);
        Assert.Contains(appHost.Left(), static command => command.Contains("LocalAws.S3", StringComparison.Ordinal));

        await appHost.SignalAsync(signal, cancellationToken);

        Assert.Empty(await appHost.UntilNoneIsLeftAsync(TimeSpan.FromSeconds(30), cancellationToken));
        Assert.Equal(exitCode, appHost.ExitCode);
    }
}
