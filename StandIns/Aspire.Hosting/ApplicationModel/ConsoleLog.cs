using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>The console log of one resource: the latest lines, and the readers who follow.</summary>
internal sealed class ConsoleLog
{
    private const int Capacity = 10_000;

    private readonly Lock _gate = new();
    private readonly Queue<LogLine> _lines = new();
    private readonly List<ChannelWriter<LogLine>> _followers = [];
    private int _count;

    public void Append(string content, bool isError)
    {
        lock (_gate)
        {
            var line = new LogLine(++_count, content, isError);
            if (_lines.Count == Capacity)
            {
                _lines.Dequeue();
            }

            _lines.Enqueue(line);
            foreach (var follower in _followers)
            {
                follower.TryWrite(line);
            }
        }
    }

    public IReadOnlyList<LogLine> Lines()
    {
        lock (_gate)
        {
            return [.. _lines];
        }
    }

    public async IAsyncEnumerable<IReadOnlyList<LogLine>> FollowAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var lines = Channel.CreateUnbounded<LogLine>(new UnboundedChannelOptions { SingleReader = true });
        lock (_gate)
        {
            foreach (var line in _lines)
            {
                lines.Writer.TryWrite(line);
            }

            _followers.Add(lines.Writer);
        }

        try
        {
            while (await lines.Reader.WaitToReadAsync(cancellationToken))
            {
                yield return Drain(lines.Reader);
            }
        }
        finally
        {
            lock (_gate)
            {
                _followers.Remove(lines.Writer);
            }
        }
    }

    private static List<LogLine> Drain(ChannelReader<LogLine> reader)
    {
        // 500 lines stay well below the 4 MB that a gRPC message may have.
        const int MaxBatch = 500;
        List<LogLine> batch = [];
        while (batch.Count < MaxBatch && reader.TryRead(out var line))
        {
            batch.Add(line);
        }

        return batch;
    }
}
