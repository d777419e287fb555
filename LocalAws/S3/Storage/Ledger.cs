using Microsoft.Extensions.Options;

namespace LocalAws.S3.Storage;

/// <summary>
/// The state and its journal. Whoever changes something takes <see cref="Gate"/>, decides on <see cref="State"/>, and commits
/// one record: every decision sees all that were acknowledged before it.
/// </summary>
internal sealed class Ledger : IDisposable
{
    // A compaction is worth its writing when most of the journal is history.
    private const int TolerableHistory = 10_000;

    private readonly DataDirectoryLock _directoryLock;
    private readonly Journal _journal;
    private readonly TimeProvider _time;

    public Ledger(IOptions<S3Options> options, TimeProvider time)
    {
        var root = Path.GetFullPath(options.Value.DataDirectory);
        _directoryLock = new DataDirectoryLock(root);
        _time = time;
        _journal = new Journal(Path.Combine(root, "journal.jsonl"));
        Files = new ObjectFiles(root);
        Restore();
        Files.Sweep(State);
    }

    public Lock Gate { get; } = new();

    public StoreState State { get; } = new();

    public ObjectFiles Files { get; }

    public DateTimeOffset Now => _time.GetUtcNow();

    /// <summary>Greater than every number before it, across restarts too, and close to the clock; only under <see cref="Gate"/>.</summary>
    public long NextSequence() => Math.Max(State.LastSequence + 1, Now.UtcTicks);

    /// <summary>Makes a decision durable, then visible; only under <see cref="Gate"/>.</summary>
    public void Commit(JournalRecord record)
    {
        _journal.Append(record);
        State.Apply(record);
    }

    public void Dispose()
    {
        _journal.Dispose();
        _directoryLock.Dispose();
    }

    private void Restore()
    {
        var records = 0;
        foreach (var record in _journal.Replay())
        {
            State.Apply(record);
            records++;
        }

        if (records > TolerableHistory + (2 * State.ToRecords().Count()))
        {
            _journal.Rewrite(State.ToRecords());
        }
    }
}

/// <summary>Keeps a second process out of the data directory; the system lets go of it however this one ends.</summary>
internal sealed class DataDirectoryLock : IDisposable
{
    private readonly FileStream _file;

    public DataDirectoryLock(string directory)
    {
        Directory.CreateDirectory(directory);
        try
        {
            _file = new FileStream(Path.Combine(directory, "lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException exception)
        {
            throw new InvalidOperationException(
                $"S3:DataDirectory {directory} is in use by another process. Stop it, or choose another directory.", exception);
        }
    }

    public void Dispose() => _file.Dispose();
}
