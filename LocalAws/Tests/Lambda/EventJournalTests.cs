using System.Text;
using System.Text.Json;
using LocalAws.Lambda;
using LocalAws.Lambda.AsyncEvents;
using LocalAws.Lambda.Functions;

namespace LocalAws.Tests.Lambda;

public sealed class EventJournalTests
{
    private static readonly LambdaFunction s_function = new("F", "us-east-1", new FunctionOptions(), TimeProvider.System);

    [Fact]
    public void The_journal_adds_up_to_what_is_under_way_and_what_failed()
    {
        var state = JournalState.Replay(Lines(
            Accepted("a"), Accepted("b"), Accepted("c"), Accepted("d"),
            new JournalEntry(JournalOperation.Attempted, "b") { FailedAttempts = 2 },
            new JournalEntry(JournalOperation.Acknowledged, "a"),
            Failed("c"), Failed("d"),
            new JournalEntry(JournalOperation.Removed, "d")));

        Assert.Equal(2, Assert.Single(state.Events).Value.FailedAttempts);
        Assert.Equal("b", state.Events.Keys.Single());
        Assert.Equal("c", Assert.Single(state.Failures).Key);
    }

    [Fact]
    public void The_journal_is_read_up_to_the_byte_at_which_the_power_went()
    {
        var whole = Lines(Accepted("a"), Accepted("b"));
        var first = Lines(Accepted("a")).Length;

        for (var length = 0; length <= whole.Length; length++)
        {
            var expected = length < first ? 0 : length < whole.Length ? 1 : 2;
            Assert.Equal(expected, JournalState.Replay(whole.AsSpan(0, length)).Events.Count);
        }
    }

    [Fact]
    public void The_journal_is_the_same_after_it_was_written_again()
    {
        var state = JournalState.Replay(Lines(Accepted("a"), Accepted("b"), Failed("b")));

        var again = JournalState.Replay(Lines([.. state.Lines()]));

        Assert.Equal(state.Events["a"].Payload, again.Events["a"].Payload);
        Assert.Equal(state.Events["a"].AcceptedAt, again.Events["a"].AcceptedAt);
        Assert.Equal(state.Failures["b"].RequestPayload.GetRawText(), again.Failures["b"].RequestPayload.GetRawText());
        Assert.Equal("F", again.Failures["b"].Function);
    }

    [Fact]
    public async Task The_journal_keeps_what_many_write_at_once_and_drops_what_is_over()
    {
        var directory = Directory.CreateTempSubdirectory("iris-journal-");
        await using (var journal = EventJournal.Open(directory.FullName, out _))
        {
            await Task.WhenAll(Enumerable.Range(0, 200).Select(n => journal.AppendAsync(Accepted($"{n}"))));
            await Task.WhenAll(
                Enumerable.Range(0, 150).Select(n => journal.AppendAsync(new JournalEntry(JournalOperation.Acknowledged, $"{n}"))));
        }

        await using (EventJournal.Open(directory.FullName, out var state))
        {
            Assert.Equal(50, state.Events.Count);
        }

        Assert.Equal(50, File.ReadLines(Path.Combine(directory.FullName, "events.journal")).Count());
        directory.Delete(recursive: true);
    }

    private static JournalEntry Accepted(string id) => new(JournalOperation.Accepted, id) { Event = Event(id) };

    private static JournalEntry Failed(string id) => new(JournalOperation.Failed, id)
    {
        Failure = FailureRecord.Of(s_function, Event(id), FailureCondition.RetriesExhausted, 3, null, DateTimeOffset.UnixEpoch),
    };

    private static AsyncEvent Event(string id) =>
        new(id, "F", Encoding.UTF8.GetBytes("""{"key":"ü\n"}"""), DateTimeOffset.UnixEpoch, TraceParent: null);

    private static byte[] Lines(params JournalEntry[] entries) => Encoding.UTF8.GetBytes(string.Concat(
        entries.Select(entry => JsonSerializer.Serialize(entry, LambdaJson.Relaxed.JournalEntry) + "\n")));
}
