using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Aspire.Hosting.ApplicationModel;

public sealed partial class ResourceNotificationService
{
    /// <summary>Waits until a resource is in a state; <see cref="KnownResourceStates.Running"/> if none is given.</summary>
    public Task WaitForResourceAsync(string resourceName, string? targetState = null, CancellationToken cancellationToken = default) =>
        WaitForResourceAsync(resourceName, [targetState ?? KnownResourceStates.Running], cancellationToken);

    /// <summary>Waits until a resource is in one of several states, and tells which.</summary>
    public async Task<string> WaitForResourceAsync(string resourceName, IEnumerable<string> targetStates, CancellationToken cancellationToken = default)
    {
        var states = targetStates.ToHashSet(StringComparer.OrdinalIgnoreCase);
        var reached = await WaitForResourceAsync(resourceName, change => change.Snapshot.State is { } state && states.Contains(state.Text), cancellationToken);
        return reached.Snapshot.State!.Text;
    }

    /// <summary>Waits until a resource is as it should be.</summary>
    public async Task<ResourceEvent> WaitForResourceAsync(string resourceName, Func<ResourceEvent, bool> predicate, CancellationToken cancellationToken = default)
    {
        await foreach (var change in WatchAsync(cancellationToken))
        {
            var named = string.Equals(change.Resource.Name, resourceName, StringComparison.OrdinalIgnoreCase)
                || string.Equals(change.ResourceId, resourceName, StringComparison.OrdinalIgnoreCase);
            if (named && predicate(change))
            {
                return change;
            }
        }

        throw new OperationCanceledException($"'{resourceName}' did not become what was waited for.", cancellationToken);
    }

    /// <summary>Waits until a resource runs and is healthy; fails when it ends instead, if the application's default says so.</summary>
    public Task<ResourceEvent> WaitForResourceHealthyAsync(string resourceName, CancellationToken cancellationToken = default) =>
        WaitForResourceHealthyAsync(resourceName, _defaultWaitBehavior, cancellationToken);

    /// <summary>Waits until a resource runs and is healthy.</summary>
    public async Task<ResourceEvent> WaitForResourceHealthyAsync(string resourceName, WaitBehavior waitBehavior, CancellationToken cancellationToken = default)
    {
        var reached = await WaitForResourceAsync(
            resourceName,
            change => IsReady(change.Snapshot) || (waitBehavior == WaitBehavior.StopOnResourceUnavailable && HasEnded(change.Snapshot)),
            cancellationToken);
        return IsReady(reached.Snapshot) ? reached : throw Unavailable(reached);
    }

    /// <summary>Waits for everything that a resource waits for before it starts.</summary>
    public Task WaitForDependenciesAsync(IResource resource, CancellationToken cancellationToken) =>
        Task.WhenAll(
            from wait in resource.All<WaitAnnotation>()
            from id in InstancesAnnotation.IdsOf(wait.Resource)
            select WaitForDependencyAsync(wait, id, cancellationToken));

    private async Task WaitForDependencyAsync(WaitAnnotation wait, string id, CancellationToken cancellationToken)
    {
        var stop = (wait.WaitBehavior ?? _defaultWaitBehavior) == WaitBehavior.StopOnResourceUnavailable;
        Func<CustomResourceSnapshot, bool> fulfilled = wait.WaitType switch
        {
            WaitType.WaitForCompletion => HasEnded,
            WaitType.WaitUntilStarted => static snapshot => snapshot.State?.Text == KnownResourceStates.Running,
            _ => IsReady,
        };
        var reached = await WaitForResourceAsync(id, change => fulfilled(change.Snapshot) || (stop && HasEnded(change.Snapshot)), cancellationToken);
        if (!fulfilled(reached.Snapshot))
        {
            throw Unavailable(reached);
        }

        if (wait.WaitType == WaitType.WaitForCompletion && reached.Snapshot.ExitCode != wait.ExitCode)
        {
            throw new DistributedApplicationException(
                $"'{wait.Resource.Name}' had to end with exit code {wait.ExitCode} first, but ended as {reached.Snapshot.State!.Text} with exit code {reached.Snapshot.ExitCode?.ToString() ?? "none"}. See its console log.");
        }
    }

    private static bool IsReady(CustomResourceSnapshot snapshot) => snapshot.HealthStatus == HealthStatus.Healthy && snapshot.IsReady;

    private static bool HasEnded(CustomResourceSnapshot snapshot) =>
        snapshot.State is { } state && KnownResourceStates.TerminalStates.Contains(state.Text);

    private static DistributedApplicationException Unavailable(ResourceEvent ended) => new(
        $"'{ended.Resource.Name}' ended as {ended.Snapshot.State!.Text}{(ended.Snapshot.ExitCode is { } code ? $" with exit code {code}" : "")} before it was ready. See its console log.");
}
