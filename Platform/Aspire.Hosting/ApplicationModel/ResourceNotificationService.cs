using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>Knows what every resource is now, and tells whoever watches.</summary>
public sealed partial class ResourceNotificationService
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, ResourceEvent> _current = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<ChannelWriter<ResourceEvent>> _watchers = [];
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
        var changes = Channel.CreateUnbounded<ResourceEvent>(new UnboundedChannelOptions { SingleReader = true });
        lock (_gate)
        {
            foreach (var current in _current.Values)
            {
                changes.Writer.TryWrite(current);
            }

            _watchers.Add(changes.Writer);
        }

        try
        {
            await foreach (var change in changes.Reader.ReadAllAsync(cancellationToken))
            {
                yield return change;
            }
        }
        finally
        {
            lock (_gate)
            {
                _watchers.Remove(changes.Writer);
            }
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
            foreach (var watcher in _watchers)
            {
                watcher.TryWrite(published);
            }
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
