using System.Buffers;
using LocalAws.S3.Protocol;

namespace LocalAws.S3.Bodies;

/// <summary>Takes the next bytes of a decoded body: into a file, into memory, into a digest.</summary>
internal delegate void PayloadWriter(ReadOnlySpan<byte> payload);

/// <summary>Takes a body off its transfer framing, piece by piece as it arrives.</summary>
internal interface IBodyDecoder
{
    /// <summary>Headers that came after the body.</summary>
    IReadOnlyDictionary<string, string> Trailers { get; }

    /// <summary>Decodes what it can, and leaves in <paramref name="buffer"/> what needs more.</summary>
    S3Error? Decode(ref ReadOnlySequence<byte> buffer);

    /// <summary>Says whether the end came where it should.</summary>
    S3Error? Complete();
}

/// <summary>A body without framing of its own; its end is HTTP's.</summary>
internal sealed class IdentityDecoder(PayloadWriter payload) : IBodyDecoder
{
    public IReadOnlyDictionary<string, string> Trailers { get; } = new Dictionary<string, string>();

    public S3Error? Decode(ref ReadOnlySequence<byte> buffer)
    {
        foreach (var segment in buffer)
        {
            payload(segment.Span);
        }

        buffer = buffer.Slice(buffer.End);
        return null;
    }

    public S3Error? Complete() => null;
}
