using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Iris.Tests.Unit.AspireHosting;

public sealed class WaitingIsDecided
{
    private readonly IDistributedApplicationBuilder _builder = new ModelUnderTest().Builder;
    private readonly ResourceNotificationService _notifications = new(new ServiceCollection().BuildServiceProvider(), WaitBehavior.WaitOnResourceUnavailable);
    private readonly IResourceBuilder<ExecutableResource> _database;
    private readonly IResourceBuilder<ExecutableResource> _web;

    public WaitingIsDecided()
    {
        _database = _builder.AddExecutable("database", "sh", ".");
        _web = _builder.AddExecutable("web", "sh", ".");
    }

    [Fact]
    public async Task Running_is_not_enough_where_health_is_waited_for()
    {
        _database.WithHealthCheck("check");
        var waiting = Wait(_web.WaitFor(_database));

        await BecomeAsync(static now => now with { State = KnownResourceStates.Running });
        Assert.False(waiting.IsCompleted);
        await BecomeAsync(static now => now with { HealthReports = [new HealthReportSnapshot("check", HealthStatus.Degraded, null, null)] });
        Assert.False(waiting.IsCompleted);
        await BecomeAsync(static now => now with { HealthReports = [new HealthReportSnapshot("check", HealthStatus.Healthy, null, null)] });
        Assert.False(waiting.IsCompleted);

        await BecomeAsync(static now => now with { IsReady = true });

        await waiting;
    }

    [Fact]
    public async Task Running_is_enough_where_the_start_is_waited_for()
    {
        _database.WithHealthCheck("check");
        var waiting = Wait(_web.WaitForStart(_database));

        await BecomeAsync(static now => now with { State = KnownResourceStates.Running });

        await waiting;
    }

    [Fact]
    public async Task A_resource_that_ended_may_be_started_again_and_is_waited_for()
    {
        var waiting = Wait(_web.WaitFor(_database));

        await BecomeAsync(static now => now with { State = KnownResourceStates.Exited, ExitCode = 1 });
        Assert.False(waiting.IsCompleted);
        await BecomeAsync(static now => now with { State = KnownResourceStates.Running, IsReady = true });

        await waiting;
    }

    [Fact]
    public async Task A_wait_can_be_given_up_when_the_other_ends()
    {
        var waiting = Wait(_web.WaitFor(_database, WaitBehavior.StopOnResourceUnavailable));

        await BecomeAsync(static now => now with { State = KnownResourceStates.Exited, ExitCode = 1 });

        Assert.Contains("'database' ended as Exited with exit code 1", (await Assert.ThrowsAsync<DistributedApplicationException>(() => waiting)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, 0, true)]
    [InlineData(7, 7, true)]
    [InlineData(1, 0, false)]
    public async Task An_end_counts_by_its_exit_code(int exitCode, int expected, bool fulfilled)
    {
        var waiting = Wait(_web.WaitForCompletion(_database, expected));

        await BecomeAsync(now => now with { State = exitCode == 0 ? KnownResourceStates.Finished : KnownResourceStates.Exited, ExitCode = exitCode });

        Assert.Equal(fulfilled, await Record.ExceptionAsync(() => waiting) is null);
    }

    private Task Wait(IResourceBuilder<ExecutableResource> waiting) =>
        _notifications.WaitForDependenciesAsync(waiting.Resource, TestContext.Current.CancellationToken);

    private Task BecomeAsync(Func<CustomResourceSnapshot, CustomResourceSnapshot> change) =>
        _notifications.PublishUpdateAsync(_database.Resource, change);
}
