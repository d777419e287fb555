using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Dashboard;
using Aspire.Hosting.Dcp;
using Aspire.Hosting.Eventing;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Aspire.Hosting.Orchestration;

/// <summary>Brings the whole application up, and down.</summary>
internal sealed partial class Orchestrator(
    DistributedApplicationModel model,
    DistributedApplicationExecutionContext executionContext,
    DcpHost dcp,
    DashboardOptions dashboard,
    DashboardLauncher dashboardLauncher,
    Instances instances,
    EndpointAllocation endpoints,
    Lifecycle lifecycle,
    ExecutableWatch watch,
    HealthMonitor health,
    ParentWatch parent,
    ProcesslessResources processless,
    ResourceNotificationService notifications,
    IDistributedApplicationEventing eventing,
    IServiceProvider services,
    ILogger<DistributedApplication> logger) : IHostedService, IDisposable
{
    private readonly CancellationTokenSource _stopping = new();
    private Task _work = Task.CompletedTask;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        Starting();
        await eventing.PublishAsync(new BeforeStartEvent(services, model), cancellationToken);
        PortCheck.EnsureFree(dashboard.FixedPorts.Concat(endpoints.FixedPorts));
        instances.Create();
        foreach (var resource in model.Resources.Where(static resource => resource.IsProcess()))
        {
            BuiltInCommands.AddTo(resource);
            await notifications.PublishUpdateAsync(resource, static snapshot => snapshot);
        }

        await dcp.StartAsync(cancellationToken);
        await dashboardLauncher.StartAsync(cancellationToken);
        await endpoints.AllocateAsync(cancellationToken);
        await PublishUrlsAsync(cancellationToken);
        await processless.PublishAsync(cancellationToken);

        // From here on the resources start side by side, each when what it waits for is there.
        _work = Task.WhenAll(
            [
                watch.RunAsync(_stopping.Token),
                health.RunAsync(_stopping.Token),
                dashboardLauncher.AnnounceAsync(_stopping.Token),
                parent.RunAsync(_stopping.Token),
                .. instances.All.Select(instance => lifecycle.StartAfterDependenciesAsync(instance, _stopping.Token)),
            ]);
        Started();
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        Stopping();
        await _stopping.CancelAsync();
        await _work.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await dcp.StopAsync(cancellationToken);
        await dashboardLauncher.StopAsync(cancellationToken);
    }

    public void Dispose() => _stopping.Dispose();

    private async Task PublishUrlsAsync(CancellationToken cancellationToken)
    {
        foreach (var resource in model.Resources.Where(static resource => resource.IsProcess()))
        {
            await eventing.PublishAsync(new ResourceEndpointsAllocatedEvent(resource, services), cancellationToken);
            var urls = await ResourceUrls.ForAsync(resource, executionContext, cancellationToken);
            await notifications.PublishUpdateAsync(resource, snapshot => snapshot with { Urls = [.. urls] });
        }
    }

    [LoggerMessage(1, LogLevel.Information, "Distributed application starting.")]
    private partial void Starting();

    [LoggerMessage(2, LogLevel.Information, "Distributed application started. Press Ctrl+C to shut down.")]
    private partial void Started();

    [LoggerMessage(3, LogLevel.Information, "Distributed application stopping.")]
    private partial void Stopping();
}
