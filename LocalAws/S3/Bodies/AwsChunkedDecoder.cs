using System.Buffers;
using System.Globalization;
using System.Text;
using LocalAws.S3.Protocol;

namespace LocalAws.S3.Bodies;

/// <summary>
/// The framing that SDKs put around a body to send its checksum or its signatures with it:
/// <code>
/// 10000;chunk-signature=ad80c7…\r\n
/// (65,536 bytes)\r\n
/// 0;chunk-signature=b6c6ea…\r\n
/// x-amz-checksum-crc32c:sOO8/Q==\r\n
/// x-amz-trailer-signature:63bddb…\r\n
/// \r\n
/// </code>
/// Unsigned bodies have sizes alone, bodies without trailer end with the last chunk.
/// </summary>
internal sealed class AwsChunkedDecoder(PayloadWriter payload, ChunkSignatures? signatures, bool hasTrailer) : IBodyDecoder
{
    private const int MaxLineLength = 8 * 1024;
    private const int MaxTrailers = 16;

    private readonly Dictionary<string, string> _trailers = new(StringComparer.OrdinalIgnoreCase);
    private State _state = State.ChunkHeader;
    private long _left;
    private string _chunkSignature = "";

    private enum State
    {
        ChunkHeader,
        ChunkData,
        ChunkEnd,
        Trailer,
        End,
    }

    public IReadOnlyDictionary<string, string> Trailers => _trailers;

    public S3Error? Decode(ref ReadOnlySequence<byte> buffer)
    {
        while (!buffer.IsEmpty)
        {
            if (_state == State.ChunkData)
            {
                if (TakeData(ref buffer) is { } wrong)
                {
                    return wrong;
                }

                continue;
            }

            if (!TryTakeLine(ref buffer, out var line))
            {
                return buffer.Length > MaxLineLength ? Malformed("a line of the framing is too long") : null;
            }

            if (TakeLine(line) is { } error)
            {
                return error;
            }
        }

        return null;
    }

    // Some clients leave out the empty line that ends the trailer, or the body without one.
    public S3Error? Complete() => _state switch
    {
        State.End => null,
        State.Trailer => FinishTrailer(),
        _ => Malformed("the last chunk is missing"),
    };

    private S3Error? TakeData(ref ReadOnlySequence<byte> buffer)
    {
        var data = buffer.Slice(0, Math.Min(_left, buffer.Length));
        foreach (var segment in data)
        {
            payload(segment.Span);
            signatures?.Append(segment.Span);
        }

        buffer = buffer.Slice(data.End);
        _left -= data.Length;
        return _left == 0 ? EndChunk(State.ChunkEnd) : null;
    }

    private S3Error? TakeLine(string line)
    {
        switch (_state)
        {
            case State.ChunkHeader:
                return TakeChunkHeader(line);
            case State.ChunkEnd when line.Length == 0:
                _state = State.ChunkHeader;
                return null;
            case State.Trailer when line.Length == 0:
                return FinishTrailer();
            case State.Trailer:
                return TakeTrailer(line);
            default:
                return Malformed("there is more than the framing announced");
        }
    }

    private S3Error? TakeChunkHeader(string line)
    {
        var parts = line.Split(';', 2);
        if (!long.TryParse(parts[0], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out _left) || _left < 0)
        {
            return Malformed("a chunk does not begin with its size");
        }

        const string Name = "chunk-signature=";
        _chunkSignature = parts is [_, var extension] && extension.StartsWith(Name, StringComparison.Ordinal)
            ? extension[Name.Length..]
            : "";
        _state = State.ChunkData;
        return _left == 0 ? EndChunk(State.Trailer) : null;
    }

    private S3Error? EndChunk(State next)
    {
        _state = next;
        return signatures is null || signatures.VerifyChunk(_chunkSignature) ? null : SignatureMismatch();
    }

    private S3Error? TakeTrailer(string line)
    {
        var colon = line.IndexOf(':');
        if (!hasTrailer
            || colon < 1
            || _trailers.Count == MaxTrailers
            || !_trailers.TryAdd(line[..colon].Trim(), line[(colon + 1)..].Trim()))
        {
            return new S3Error(400, "MalformedTrailerError", "The request contained trailing data that was not well-formed.");
        }

        return null;
    }

    private S3Error? FinishTrailer()
    {
        _state = State.End;
        return signatures is null || !hasTrailer || signatures.VerifyTrailer(_trailers) ? null : SignatureMismatch();
    }

    private static bool TryTakeLine(ref ReadOnlySequence<byte> buffer, out string line)
    {
        line = "";
        if (buffer.PositionOf((byte)'\n') is not { } end)
        {
            return false;
        }

        line = Encoding.UTF8.GetString(buffer.Slice(0, end)).TrimEnd('\r');
        buffer = buffer.Slice(buffer.GetPosition(1, end));
        return true;
    }

    private static S3Error Malformed(string reason) => S3Error.IncompleteBody($"The aws-chunked body is malformed: {reason}.");

    private static S3Error SignatureMismatch() => new(
        403,
        "SignatureDoesNotMatch",
        "A chunk signature we calculated does not match the one you provided. Check your key and signing method.");
}
