using System.Text.Json;

namespace LocalAws.Lambda.AsyncEvents;

/// <summary>What the lines of a journal add up to.</summary>
internal sealed class JournalState
{
    public Dictionary<string, AsyncEvent> Events { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, FailureRecord> Failures { get; } = new(StringComparer.Ordinal);

    /// <summary>
    /// Reads a journal. A line that the end of a process or of its power cut short was promised to nobody, and so it counts as not written.
    /// </summary>
    public static JournalState Replay(ReadOnlySpan<byte> journal)
    {
        var state = new JournalState();
        while (journal.IndexOf((byte)'\n') is >= 0 and var end)
        {
            if (TryRead(journal[..end]) is { } entry)
            {
                state.Apply(entry);
            }

            journal = journal[(end + 1)..];
        }

        return state;
    }

    /// <summary>The fewest lines that add up to the same.</summary>
    public IEnumerable<JournalEntry> Lines() =>
    [
        .. Failures.Select(failure => new JournalEntry(JournalOperation.Failed, failure.Key) { Failure = failure.Value }),
        .. Events.Select(pending => new JournalEntry(JournalOperation.Accepted, pending.Key) { Event = pending.Value }),
    ];

    private static JournalEntry? TryRead(ReadOnlySpan<byte> line)
    {
        try
        {
            return JsonSerializer.Deserialize(line, LambdaJson.Default.JournalEntry);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private void Apply(JournalEntry entry)
    {
        switch (entry)
        {
            case { Operation: JournalOperation.Accepted, Event: { } accepted }:
                Events[entry.RequestId] = accepted;
                break;
            case { Operation: JournalOperation.Attempted } when Events.TryGetValue(entry.RequestId, out var pending):
                Events[entry.RequestId] = pending with { FailedAttempts = entry.FailedAttempts };
                break;
            case { Operation: JournalOperation.Acknowledged }:
                Events.Remove(entry.RequestId);
                break;
            case { Operation: JournalOperation.Failed, Failure: { } failure }:
                Events.Remove(entry.RequestId);
                Failures[entry.RequestId] = failure;
                break;
            case { Operation: JournalOperation.Removed }:
                Failures.Remove(entry.RequestId);
                break;
        }
    }
}
