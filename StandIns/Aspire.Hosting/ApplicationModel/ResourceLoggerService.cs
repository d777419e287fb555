using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>Keeps the console logs of the resources; the host writes to them beside the processes.</summary>
public sealed class ResourceLoggerService
{
    private readonly ConcurrentDictionary<string, ConsoleLog> _logs = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Writes to the console log of every replica of a resource.</summary>
    public ILogger GetLogger(IResource resource) => new ConsoleLogWriter([.. InstancesAnnotation.IdsOf(resource).Select(LogOf)]);

    /// <summary>Writes to the console log of a resource or of one replica, by its id.</summary>
    public ILogger GetLogger(string resourceName) => new ConsoleLogWriter([LogOf(resourceName)]);

    /// <summary>The lines so far, then every new one, in batches; a resource with replicas is watched by the id of one.</summary>
    public IAsyncEnumerable<IReadOnlyList<LogLine>> WatchAsync(string resourceName) => LogOf(resourceName).FollowAsync(CancellationToken.None);

    /// <summary>The lines of the first replica of a resource so far, then every new one, in batches.</summary>
    public IAsyncEnumerable<IReadOnlyList<LogLine>> WatchAsync(IResource resource) => WatchAsync(InstancesAnnotation.IdsOf(resource)[0]);

    internal ConsoleLog LogOf(string id) => _logs.GetOrAdd(id, static _ => new ConsoleLog());
}
