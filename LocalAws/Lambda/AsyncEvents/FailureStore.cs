using System.Collections.Concurrent;

namespace LocalAws.Lambda.AsyncEvents;

/// <summary>The events that were given up, oldest first. The journal keeps them; this is what it says, in memory.</summary>
internal sealed class FailureStore
{
    private readonly ConcurrentDictionary<string, FailureRecord> _records = new(StringComparer.Ordinal);

    public void Restore(IEnumerable<FailureRecord> records)
    {
        foreach (var record in records)
        {
            Add(record);
        }
    }

    public void Add(FailureRecord record) => _records[record.RequestContext.RequestId] = record;

    public IReadOnlyCollection<FailureRecord> List(Func<FailureRecord, bool> chosen) =>
        [.. _records.Values.Where(chosen).OrderBy(record => record.Timestamp)];

    /// <summary>Takes records out; of two that ask at once only one gets a record.</summary>
    public IReadOnlyCollection<FailureRecord> Take(Func<FailureRecord, bool> chosen) =>
        [.. List(chosen).Where(record => _records.TryRemove(record.RequestContext.RequestId, out _))];
}
