using System.Collections.Concurrent;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Eventing;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging;

namespace Aspire.Hosting.Orchestration;

/// <summary>Asks the health checks of every resource that runs, and tells when one is healthy for the first time.</summary>
internal sealed partial class HealthMonitor(
    ResourceNotificationService notifications,
    HealthCheckService checks,
    IDistributedApplicationEventing eventing,
    IServiceProvider services,
    ILogger<HealthMonitor> logger)
{
    // Others wait for the first healthy answer; later ones only keep the dashboard true.
    private static readonly TimeSpan s_untilHealthy = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan s_onceHealthy = TimeSpan.FromSeconds(5);

    private readonly ConcurrentDictionary<IResource, Task> _monitored = [];

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await foreach (var change in notifications.WatchAsync(cancellationToken))
        {
            if (IsRunning(change.Snapshot) && !change.Snapshot.IsReady)
            {
                _ = _monitored.GetOrAdd(change.Resource, resource => MonitorAsync(resource, cancellationToken));
            }
        }
    }

    private async Task MonitorAsync(IResource resource, CancellationToken cancellationToken)
    {
        await Task.Yield();
        try
        {
            while (RunningInstances(resource).ToArray() is { Length: > 0 } running)
            {
                var healthy = await CheckAsync(resource, cancellationToken);
                if (healthy && running.Any(static instance => !instance.Snapshot.IsReady))
                {
                    await BecomeReadyAsync(resource, running, cancellationToken);
                }

                if (healthy && !resource.Has<HealthCheckAnnotation>())
                {
                    return;
                }

                await Task.Delay(healthy ? s_onceHealthy : s_untilHealthy, cancellationToken);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The application stops.
        }
        finally
        {
            _monitored.TryRemove(resource, out _);
        }

        // A run that began while this one was being given up has found the resource still monitored.
        if (!cancellationToken.IsCancellationRequested && RunningInstances(resource).Any(static instance => !instance.Snapshot.IsReady))
        {
            _ = _monitored.GetOrAdd(resource, again => MonitorAsync(again, cancellationToken));
        }
    }

    private async Task<bool> CheckAsync(IResource resource, CancellationToken cancellationToken)
    {
        var keys = resource.All<HealthCheckAnnotation>().Select(static check => check.Key).ToHashSet();
        if (keys.Count == 0)
        {
            return true;
        }

        var report = await checks.CheckHealthAsync(check => keys.Contains(check.Name), cancellationToken);
        var reports = report.Entries
            .Select(static entry => new HealthReportSnapshot(entry.Key, entry.Value.Status, entry.Value.Description, entry.Value.Exception?.ToString()) { LastRunAt = DateTime.UtcNow })
            .ToArray();
        foreach (var instance in RunningInstances(resource).Where(instance => !SaysTheSame(instance.Snapshot.HealthReports, reports)))
        {
            await notifications.PublishUpdateAsync(resource, instance.ResourceId, snapshot => IsRunning(snapshot) ? snapshot with { HealthReports = [.. reports] } : snapshot);
        }

        return report.Status == HealthStatus.Healthy;
    }

    private async Task BecomeReadyAsync(IResource resource, ResourceEvent[] running, CancellationToken cancellationToken)
    {
        try
        {
            await eventing.PublishAsync(new ResourceReadyEvent(resource, services), cancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            ReadyCallbackFailed(exception, resource.Name);
        }

        foreach (var instance in running)
        {
            await notifications.PublishUpdateAsync(resource, instance.ResourceId, snapshot => IsRunning(snapshot) ? snapshot with { IsReady = true } : snapshot);
        }
    }

    private IEnumerable<ResourceEvent> RunningInstances(IResource resource)
    {
        foreach (var id in InstancesAnnotation.IdsOf(resource))
        {
            if (notifications.TryGetCurrentState(id, out var current) && IsRunning(current.Snapshot))
            {
                yield return current;
            }
        }
    }

    private static bool SaysTheSame(IEnumerable<HealthReportSnapshot> shown, IEnumerable<HealthReportSnapshot> found) =>
        shown.Select(static report => report with { LastRunAt = null }).ToHashSet().SetEquals(found.Select(static report => report with { LastRunAt = null }));

    private static bool IsRunning(CustomResourceSnapshot snapshot) => snapshot.State?.Text == KnownResourceStates.Running;

    [LoggerMessage(1, LogLevel.Error, "What was to be done once '{Resource}' was ready failed.")]
    private partial void ReadyCallbackFailed(Exception exception, string resource);
}
