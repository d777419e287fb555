using System.Threading.Channels;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>What the resources were when the watch began, and their changes since then.</summary>
internal sealed class ResourceWatch(IReadOnlyList<ResourceEvent> current, Action<ResourceWatch> end) : IDisposable
{
    private readonly Channel<ResourceEvent> _changes = Channel.CreateUnbounded<ResourceEvent>(new UnboundedChannelOptions { SingleReader = true });

    public IReadOnlyList<ResourceEvent> Current { get; } = current;

    public ChannelReader<ResourceEvent> Changes => _changes.Reader;

    public void Add(ResourceEvent change) => _changes.Writer.TryWrite(change);

    /// <summary>The newest change of each resource that changed.</summary>
    public IReadOnlyCollection<ResourceEvent> Drain()
    {
        var newest = new Dictionary<string, ResourceEvent>();
        while (_changes.Reader.TryRead(out var change))
        {
            newest[change.ResourceId] = change;
        }

        return newest.Values;
    }

    public void Dispose() => end(this);
}
