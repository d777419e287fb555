using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>Knows what every resource is now, and tells whoever watches.</summary>
public sealed partial class ResourceNotificationService
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, ResourceEvent> _current = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<ResourceWatch> _watches = [];
    private readonly IServiceProvider _services;
    private readonly WaitBehavior _defaultWaitBehavior;

    internal ResourceNotificationService(IServiceProvider services, WaitBehavior defaultWaitBehavior)
    {
        _services = services;
        _defaultWaitBehavior = defaultWaitBehavior;
    }

    /// <summary>Changes what a resource is, in all its replicas.</summary>
    public Task PublishUpdateAsync(IResource resource, Func<CustomResourceSnapshot, CustomResourceSnapshot> stateFactory)
    {
        foreach (var id in InstancesAnnotation.IdsOf(resource))
        {
            Publish(resource, id, stateFactory);
        }

        return Task.CompletedTask;
    }

    /// <summary>Changes what one replica of a resource is.</summary>
    public Task PublishUpdateAsync(IResource resource, string resourceId, Func<CustomResourceSnapshot, CustomResourceSnapshot> stateFactory)
    {
        Publish(resource, resourceId, stateFactory);
        return Task.CompletedTask;
    }

    /// <summary>Every resource as it is now, then every change.</summary>
    public async IAsyncEnumerable<ResourceEvent> WatchAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        using var watch = BeginWatch();
        foreach (var current in watch.Current)
        {
            yield return current;
        }

        await foreach (var change in watch.Changes.ReadAllAsync(cancellationToken))
        {
            yield return change;
        }
    }

    /// <summary>Every resource as it is now and, without a gap, the changes that follow.</summary>
    internal ResourceWatch BeginWatch()
    {
        lock (_gate)
        {
            var watch = new ResourceWatch([.. _current.Values], EndWatch);
            _watches.Add(watch);
            return watch;
        }
    }

    /// <summary>What a resource (or one replica, by its id) is now.</summary>
    public bool TryGetCurrentState(string resourceId, [NotNullWhen(true)] out ResourceEvent? resourceEvent)
    {
        lock (_gate)
        {
            resourceEvent = _current.GetValueOrDefault(resourceId)
                ?? _current.Values.FirstOrDefault(current => string.Equals(current.Resource.Name, resourceId, StringComparison.OrdinalIgnoreCase));
        }

        return resourceEvent is not null;
    }

    private void Publish(IResource resource, string resourceId, Func<CustomResourceSnapshot, CustomResourceSnapshot> change)
    {
        lock (_gate)
        {
            var previous = _current.TryGetValue(resourceId, out var current) ? current.Snapshot : InitialSnapshot(resource);
            var published = new ResourceEvent(resource, resourceId, Complete(resource, change(previous)));
            _current[resourceId] = published;
            foreach (var watch in _watches)
            {
                watch.Add(published);
            }
        }
    }

    private void EndWatch(ResourceWatch watch)
    {
        lock (_gate)
        {
            _watches.Remove(watch);
        }
    }

    private CustomResourceSnapshot Complete(IResource resource, CustomResourceSnapshot snapshot)
    {
        var context = new UpdateCommandStateContext { ResourceSnapshot = snapshot, ServiceProvider = _services };
        var running = snapshot.State?.Text is "Running" or "Active";
        return snapshot with
        {
            Commands = [.. resource.All<ResourceCommandAnnotation>().Select(command => Snapshot(command, context))],
            Urls = [.. snapshot.Urls.Select(url => url with { IsInactive = !running })],
        };
    }

    private static ResourceCommandSnapshot Snapshot(ResourceCommandAnnotation command, UpdateCommandStateContext context) => new(
        command.Name,
        command.Options.Visibility.HasFlag(ResourceCommandVisibility.UI) ? command.UpdateState(context) : ResourceCommandState.Hidden,
        command.DisplayName,
        command.Options.Description,
        command.Options.ConfirmationMessage,
        command.Options.IconName,
        command.Options.IconVariant,
        command.Options.IsHighlighted);

    private static CustomResourceSnapshot InitialSnapshot(IResource resource) => new()
    {
        ResourceType = resource switch
        {
            ProjectResource => KnownResourceTypes.Project,
            ParameterResource => KnownResourceTypes.Parameter,
            ExternalServiceResource => KnownResourceTypes.ExternalService,
            ExecutableResource => KnownResourceTypes.Executable,
            _ => resource.GetType().Name.Replace("Resource", "", StringComparison.Ordinal),
        },
        Properties = [],
        CreationTimeStamp = DateTime.UtcNow,
        IconName = resource.TryGetLastAnnotation<ResourceIconAnnotation>(out var icon) ? icon.IconName : null,
        IconVariant = icon?.IconVariant,
        HealthReports = [.. resource.All<HealthCheckAnnotation>().Select(static check => new HealthReportSnapshot(check.Key, null, null, null))],
        Relationships = [.. resource.All<ResourceRelationshipAnnotation>().Select(static to => new RelationshipSnapshot(to.Resource.Name, to.Type)).Distinct()],
    };
}
