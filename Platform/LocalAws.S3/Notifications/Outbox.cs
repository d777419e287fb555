using System.Threading.Channels;
using LocalAws.S3.Storage;

namespace LocalAws.S3.Notifications;

/// <summary>
/// The events that were committed and not yet accepted. They are in the journal before they come here; the channel only
/// wakes the delivery, at once.
/// </summary>
internal sealed class Outbox
{
    private readonly Channel<OutboxEvent> _ready = Channel.CreateUnbounded<OutboxEvent>(new UnboundedChannelOptions { SingleReader = true });
    private readonly Ledger _ledger;

    public Outbox(Ledger ledger)
    {
        _ledger = ledger;
        Post(ledger.State.Outbox.Values);
    }

    public ChannelReader<OutboxEvent> Ready => _ready.Reader;

    public int PendingCount
    {
        get
        {
            lock (_ledger.Gate)
            {
                return _ledger.State.Outbox.Count;
            }
        }
    }

    /// <summary>Hands committed events to the delivery.</summary>
    public void Post(IEnumerable<OutboxEvent> events)
    {
        foreach (var committed in events)
        {
            _ready.Writer.TryWrite(committed);
        }
    }

    public void Delivered(OutboxEvent accepted)
    {
        lock (_ledger.Gate)
        {
            _ledger.Commit(new EventDelivered(accepted.Id));
        }
    }
}
