using System.Security.Cryptography;
using System.Text;
using LocalAws.Shared.SigV4;

namespace LocalAws.S3.Bodies;

/// <summary>Hashes the chunks of a signed body as they pass, and verifies their signatures.</summary>
internal sealed class ChunkSignatures(SigV4Verified seed) : IDisposable
{
    private const string TrailerSignature = "x-amz-trailer-signature";

    private readonly StreamingSignature _chain = new(seed);
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    public void Append(ReadOnlySpan<byte> data) => _hash.AppendData(data);

    public bool VerifyChunk(string signature) => _chain.VerifyChunk(signature, Convert.ToHexStringLower(_hash.GetHashAndReset()));

    public bool VerifyTrailer(IReadOnlyDictionary<string, string> trailers)
    {
        var signed = string.Concat(trailers
            .Where(trailer => !trailer.Key.Equals(TrailerSignature, StringComparison.OrdinalIgnoreCase))
            .Select(trailer => $"{trailer.Key.ToLowerInvariant()}:{trailer.Value}\n"));
        return _chain.VerifyTrailer(trailers.GetValueOrDefault(TrailerSignature, ""), PayloadHash.Of(Encoding.UTF8.GetBytes(signed)));
    }

    public void Dispose() => _hash.Dispose();
}
