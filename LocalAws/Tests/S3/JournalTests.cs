using System.Collections.Immutable;
using LocalAws.S3.Checksums;
using LocalAws.S3.Storage;

namespace LocalAws.Tests.S3;

public sealed class JournalTests : IDisposable
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("iris-journal-");

    private string JournalPath => Path.Combine(_directory.FullName, "journal.jsonl");

    public void Dispose() => _directory.Delete(recursive: true);

    [Fact]
    public void Journals_give_back_what_was_appended()
    {
        Append(new BucketCreated("b", DateTimeOffset.UnixEpoch), Put("k é\n\u0001😀", 7), new EventDelivered("e"));

        var records = Read();

        Assert.Equal(new BucketCreated("b", DateTimeOffset.UnixEpoch), records[0]);
        var put = Assert.IsType<ObjectPut>(records[1]);
        Assert.Equal(("k é\n\u0001😀", 7, "image/jpeg", "NasOww=="),
            (put.Object.Key, put.Object.Sequence, put.Object.Headers["content-type"], put.Object.Checksums.Values["CRC32"]));
        Assert.Equal("{\"Records\":[]}", Assert.Single(put.Events).Payload);
        Assert.Equal(new EventDelivered("e"), records[2]);
    }

    [Fact]
    public void Journals_lose_nothing_but_the_unfinished_line_when_the_process_dies_in_a_write()
    {
        Append(new BucketCreated("a", default), new BucketCreated("b", default));
        var whole = File.ReadAllBytes(JournalPath);
        var secondLine = Array.IndexOf(whole, (byte)'\n') + 1;
        for (var length = secondLine; length < whole.Length; length++)
        {
            File.WriteAllBytes(JournalPath, whole[..length]);

            Assert.Equal("a", Assert.IsType<BucketCreated>(Assert.Single(Read())).Bucket);
            Append(new BucketCreated("c", default));
            Assert.Equal(["a", "c"], Read().Cast<BucketCreated>().Select(record => record.Bucket));
        }
    }

    [Fact]
    public void Journals_name_the_line_that_is_damaged()
    {
        Append(new BucketCreated("a", default));
        File.AppendAllText(JournalPath, "{}\n");

        var exception = Assert.ThrowsAny<Exception>(Read);

        Assert.Contains("Line 2", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Journals_are_as_short_as_their_state_after_a_rewrite()
    {
        using (var journal = new Journal(JournalPath))
        {
            var state = new StoreState();
            foreach (var record in (JournalRecord[])
            [
                new BucketCreated("b", default), new BucketConfigured("b", "cors", "<CORSConfiguration/>"),
                Put("k", 1), Put("k", 2), Put("gone", 3), new ObjectDeleted("b", "gone", 4, []),
                new EventDelivered("event-1"), new EventDelivered("event-2"),
            ])
            {
                journal.Append(record);
                state.Apply(record);
            }

            journal.Rewrite(state.ToRecords());
            journal.Append(new BucketCreated("after", default));
        }

        var restored = new StoreState();
        var records = Read();
        records.ForEach(restored.Apply);

        Assert.Equal(5, records.Count);
        Assert.Equal(["after", "b"], restored.Buckets.Keys);
        Assert.Equal(2, restored.Buckets["b"].Objects.Find("k")?.Sequence);
        Assert.Equal("<CORSConfiguration/>", restored.Buckets["b"].Configurations["cors"]);
        Assert.Equal(["event-3"], restored.Outbox.Keys);
    }

    private void Append(params JournalRecord[] records)
    {
        using var journal = new Journal(JournalPath);
        journal.Replay().Count();
        foreach (var record in records)
        {
            journal.Append(record);
        }
    }

    private List<JournalRecord> Read()
    {
        using var journal = new Journal(JournalPath);
        return [.. journal.Replay()];
    }

    private static ObjectPut Put(string key, long sequence) => new(
        "b",
        new StoredObject(
            key, sequence, 3, "etag", DateTimeOffset.UnixEpoch, Map().Add("content-type", "image/jpeg"),
            new ChecksumSet(Map().Add("CRC32", "NasOww=="))),
        [new OutboxEvent($"event-{sequence}", "ImageProcessor", "{\"Records\":[]}", DateTimeOffset.UnixEpoch, TraceParent: null)]);

    private static ImmutableSortedDictionary<string, string> Map() => ImmutableSortedDictionary<string, string>.Empty;
}
