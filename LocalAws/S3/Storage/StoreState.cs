namespace LocalAws.S3.Storage;

/// <summary>The sum of the journal. Nothing here decides or fails: a record states what has happened.</summary>
internal sealed class StoreState
{
    public SortedDictionary<string, Bucket> Buckets { get; } = new(StringComparer.Ordinal);

    /// <summary>Events that no destination has accepted yet, oldest first.</summary>
    public OrderedDictionary<string, OutboxEvent> Outbox { get; } = new(StringComparer.Ordinal);

    /// <summary>The greatest sequence seen.</summary>
    public long LastSequence { get; private set; }

    public void Apply(JournalRecord record)
    {
        switch (record)
        {
            case BucketCreated created:
                Buckets[created.Bucket] = new Bucket(created.Bucket, created.CreatedAt);
                break;
            case BucketConfigured configured:
                Buckets[configured.Bucket].Configure(configured.SubResource, configured.Xml);
                break;
            case ObjectPut put:
                Buckets[put.Bucket].Objects.Put(put.Object);
                Advance(put.Object.Sequence);
                Enqueue(put.Events);
                break;
            case ObjectDeleted deleted:
                Buckets[deleted.Bucket].Objects.Remove(deleted.Key, out _);
                Advance(deleted.Sequence);
                Enqueue(deleted.Events);
                break;
            case EventsPending pending:
                Enqueue(pending.Events);
                break;
            case EventDelivered delivered:
                Outbox.Remove(delivered.EventId);
                break;
        }
    }

    /// <summary>The shortest journal that adds up to this state.</summary>
    public IEnumerable<JournalRecord> ToRecords() =>
        Buckets.Values.SelectMany(ToRecords).Append(new EventsPending([.. Outbox.Values]));

    private static IEnumerable<JournalRecord> ToRecords(Bucket bucket) =>
    [
        new BucketCreated(bucket.Name, bucket.CreatedAt),
        .. bucket.Configurations.Select(configuration => new BucketConfigured(bucket.Name, configuration.Key, configuration.Value)),
        .. bucket.Objects.From("").Select(stored => new ObjectPut(bucket.Name, stored, [])),
    ];

    private void Enqueue(OutboxEvent[] events)
    {
        foreach (var pending in events)
        {
            Outbox[pending.Id] = pending;
        }
    }

    private void Advance(long sequence) => LastSequence = Math.Max(LastSequence, sequence);
}
