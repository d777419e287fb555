namespace LocalAws.Shared.SigV4;

/// <summary>
/// The chain of signatures of an <c>aws-chunked</c> body: each chunk's signature covers the one before it, the first one the
/// signature of the request, so that no chunk can be changed, dropped or moved.
/// </summary>
/// <param name="seed">The request that the body belongs to.</param>
public sealed class StreamingSignature(SigV4Verified seed)
{
    private string _previous = seed.Signature;

    /// <summary>Verifies the next chunk; the last, empty one too.</summary>
    /// <param name="signature">The <c>chunk-signature</c> of its header.</param>
    /// <param name="chunkHash"><see cref="PayloadHash.Of"/> of its data.</param>
    public bool VerifyChunk(string signature, string chunkHash) =>
        Verify("AWS4-HMAC-SHA256-PAYLOAD", signature, $"{PayloadHash.Empty}\n{chunkHash}");

    /// <summary>Verifies the trailer, which comes after the last chunk.</summary>
    /// <param name="signature">The <c>x-amz-trailer-signature</c>.</param>
    /// <param name="trailerHash"><see cref="PayloadHash.Of"/> of the other trailing headers, each as <c>name:value\n</c>.</param>
    public bool VerifyTrailer(string signature, string trailerHash) => Verify("AWS4-HMAC-SHA256-TRAILER", signature, trailerHash);

    private bool Verify(string algorithm, string signature, string hashes)
    {
        var stringToSign = string.Join('\n', algorithm, seed.Timestamp, seed.Scope, _previous, hashes);
        _previous = signature;
        return seed.Key.Verify(stringToSign, signature);
    }
}
