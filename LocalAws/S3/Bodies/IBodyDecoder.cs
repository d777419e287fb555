using System.Buffers;
using LocalAws.S3.Protocol;

namespace LocalAws.S3.Bodies;

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
