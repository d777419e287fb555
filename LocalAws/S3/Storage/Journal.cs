using System.Buffers;
using System.Text.Json;
using Microsoft.Win32.SafeHandles;

namespace LocalAws.S3.Storage;

/// <summary>
/// An append-only file, one JSON record a line. A record is appended by one write before it is acknowledged: the kernel then
/// has it, and no death of the process can lose it. It is not flushed to the disk, so a power cut may cost the last seconds.
/// </summary>
internal sealed class Journal : IDisposable
{
    private readonly string _path;
    private readonly ArrayBufferWriter<byte> _line = new(1024);
    private readonly Utf8JsonWriter _json;
    private SafeFileHandle _file;
    private long _length;

    public Journal(string path)
    {
        _path = path;
        _json = new Utf8JsonWriter(_line);
        _file = File.OpenHandle(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read);
        _length = RandomAccess.GetLength(_file);
    }

    public void Append(JournalRecord record)
    {
        WriteLine(record);
        try
        {
            RandomAccess.Write(_file, _line.WrittenSpan, _length);
            _length += _line.WrittenCount;
        }
        catch (IOException)
        {
            // A full disk may have taken half of the line: the next one must not be joined to it.
            RandomAccess.SetLength(_file, _length);
            throw;
        }
    }

    /// <summary>Reads every record once, and cuts off what a crash left of an unfinished last line.</summary>
    public IEnumerable<JournalRecord> Replay()
    {
        var number = 0;
        var offset = 0L;
        var buffer = new byte[1 << 20];
        var filled = 0;
        while (RandomAccess.Read(_file, buffer.AsSpan(filled), offset + filled) is var read and > 0)
        {
            filled += read;
            var consumed = 0;
            while (buffer.AsSpan(consumed..filled).IndexOf((byte)'\n') is var length and >= 0)
            {
                yield return ReadLine(buffer.AsSpan(consumed, length), ++number);
                consumed += length + 1;
            }

            buffer.AsSpan(consumed..filled).CopyTo(buffer);
            (offset, filled) = (offset + consumed, filled - consumed);
            if (filled == buffer.Length)
            {
                Array.Resize(ref buffer, buffer.Length * 2);
            }
        }

        _length = offset;
        RandomAccess.SetLength(_file, _length);
    }

    /// <summary>Replaces the whole journal, at once or not at all.</summary>
    public void Rewrite(IEnumerable<JournalRecord> records)
    {
        var path = _path + ".new";
        using (var file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 16))
        {
            foreach (var record in records)
            {
                WriteLine(record);
                file.Write(_line.WrittenSpan);
            }
        }

        _file.Dispose();
        File.Move(path, _path, overwrite: true);
        _file = File.OpenHandle(_path, FileMode.Open, FileAccess.ReadWrite, FileShare.Read);
        _length = RandomAccess.GetLength(_file);
    }

    public void Dispose()
    {
        _json.Dispose();
        _file.Dispose();
    }

    private void WriteLine(JournalRecord record)
    {
        _line.ResetWrittenCount();
        _json.Reset();
        JsonSerializer.Serialize(_json, record, JournalJson.Default.JournalRecord);
        _json.Flush();
        _line.GetSpan(1)[0] = (byte)'\n';
        _line.Advance(1);
    }

    private JournalRecord ReadLine(ReadOnlySpan<byte> line, int number)
    {
        try
        {
            return JsonSerializer.Deserialize(line, JournalJson.Default.JournalRecord)
                ?? throw new InvalidDataException($"Line {number} of {_path} is empty.");
        }
        catch (Exception exception) when (exception is JsonException or NotSupportedException)
        {
            throw new InvalidDataException(
                $"Line {number} of {_path} is damaged. Restore the file, or remove the data directory to begin with an empty store.",
                exception);
        }
    }
}
