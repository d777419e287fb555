using System.Threading.Channels;

namespace LocalAws.S3.Storage;

/// <summary>
/// The events that were committed and not yet accepted. They are in the journal before they come here; the channel only
/// wakes the delivery, at once.
/// </summary>
internal sealed class Outbox
{
    private readonly Channel<Delivery> _ready = Channel.CreateUnbounded<Delivery>();
    private readonly Ledger _ledger;

    public Outbox(Ledger ledger)
    {
        _ledger = ledger;
        Post(ledger.State.Outbox.Values);
    }

    public ChannelReader<Delivery> Ready => _ready.Reader;

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
            _ready.Writer.TryWrite(new Delivery(committed, Refusals: 0));
        }
    }

    /// <summary>Hands a refused event to the delivery again.</summary>
    public void Retry(Delivery refused) => _ready.Writer.TryWrite(refused);

    public void Delivered(OutboxEvent accepted)
    {
        lock (_ledger.Gate)
        {
            _ledger.Commit(new EventDelivered(accepted.Id));
        }
    }
}

/// <summary>An event on its way to one function.</summary>
/// <param name="Id">Its own.</param>
/// <param name="FunctionName">From the destination's ARN.</param>
/// <param name="Payload">The record, as JSON, that the function gets.</param>
/// <param name="OccurredAt">When the change was made.</param>
/// <param name="TraceParent">The trace that it belongs to.</param>
internal sealed record OutboxEvent(string Id, string FunctionName, string Payload, DateTimeOffset OccurredAt, string? TraceParent);

/// <summary>An event on its way, and how often it was refused.</summary>
internal sealed record Delivery(OutboxEvent Event, int Refusals);
