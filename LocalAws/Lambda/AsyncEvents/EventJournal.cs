using System.Text.Json;
using System.Threading.Channels;

namespace LocalAws.Lambda.AsyncEvents;

/// <summary>
/// The durable memory of events and failures: a file of JSON lines, only ever appended to, and written afresh, without what is over,
/// whenever it is opened. Entries that arrive together share one fsync.
/// </summary>
internal sealed class EventJournal : IAsyncDisposable
{
    private readonly Channel<Append> _appends = Channel.CreateUnbounded<Append>(new UnboundedChannelOptions { SingleReader = true });
    private readonly FileStream _file;
    private readonly Task _writing;

    private EventJournal(FileStream file)
    {
        _file = file;
        _writing = Task.Run(WriteAsync);
    }

    /// <summary>Opens the journal below a directory.</summary>
    /// <param name="directory">Made when it is not there.</param>
    /// <param name="state">What the journal says.</param>
    /// <exception cref="InvalidOperationException">Another process has the journal open.</exception>
    public static EventJournal Open(string directory, out JournalState state)
    {
        Directory.CreateDirectory(directory);
        var path = Path.Combine(directory, "events.journal");
        var file = OpenAlone(path, directory);
        state = JournalState.Replay(ReadAll(file));
        return new EventJournal(Compact(path, file, state));
    }

    /// <summary>Completes when the entries are on the disk. They are written together.</summary>
    public Task AppendAsync(params ReadOnlySpan<JournalEntry> entries)
    {
        using var lines = new MemoryStream();
        foreach (var entry in entries)
        {
            Write(lines, entry);
        }

        var append = new Append(lines.ToArray(), new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        return _appends.Writer.TryWrite(append)
            ? append.Written.Task
            : Task.FromException(new ObjectDisposedException(nameof(EventJournal)));
    }

    public async ValueTask DisposeAsync()
    {
        _appends.Writer.TryComplete();
        await _writing;
        await _file.DisposeAsync();
    }

    private static FileStream OpenAlone(string path, string directory)
    {
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 0);
        }
        catch (IOException exception)
        {
            throw new InvalidOperationException(
                $"Lambda:DataDirectory {directory} is in use by another process. Stop it, or choose another directory.", exception);
        }
    }

    private static byte[] ReadAll(FileStream file)
    {
        var content = new byte[file.Length];
        file.ReadExactly(content);
        return content;
    }

    private static FileStream Compact(string path, FileStream old, JournalState state)
    {
        var next = path + ".new";
        var file = new FileStream(next, FileMode.Create, FileAccess.ReadWrite, FileShare.None, bufferSize: 0);
        using (var lines = new MemoryStream())
        {
            foreach (var entry in state.Lines())
            {
                Write(lines, entry);
            }

            lines.WriteTo(file);
        }

        file.Flush(flushToDisk: true);
        File.Move(next, path, overwrite: true);
        old.Dispose();
        return file;
    }

    private static void Write(MemoryStream lines, JournalEntry entry)
    {
        JsonSerializer.Serialize(lines, entry, LambdaJson.Relaxed.JournalEntry);
        lines.WriteByte((byte)'\n');
    }

    private async Task WriteAsync()
    {
        List<Append> batch = [];
        while (await _appends.Reader.WaitToReadAsync())
        {
            while (_appends.Reader.TryRead(out var append))
            {
                batch.Add(append);
            }

            WriteBatch(batch);
            batch.Clear();
        }
    }

    private void WriteBatch(List<Append> batch)
    {
        var end = _file.Position;
        try
        {
            foreach (var append in batch)
            {
                _file.Write(append.Lines);
            }

            _file.Flush(flushToDisk: true);
            batch.ForEach(static append => append.Written.SetResult());
        }
        catch (IOException e)
        {
            // A full disk: half a line must not be left in front of the next one.
            _file.SetLength(end);
            batch.ForEach(append => append.Written.SetException(e));
        }
    }

    private sealed record Append(byte[] Lines, TaskCompletionSource Written);
}
