using System.Buffers;
using LocalAws.S3.Protocol;

namespace LocalAws.S3.Bodies;

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
