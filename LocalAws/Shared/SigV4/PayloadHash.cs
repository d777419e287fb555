using System.Security.Cryptography;

namespace LocalAws.Shared.SigV4;

/// <summary>The values of <c>x-amz-content-sha256</c>, the last line of a canonical request.</summary>
public static class PayloadHash
{
    /// <summary>The body is not covered by the signature.</summary>
    public const string Unsigned = "UNSIGNED-PAYLOAD";

    /// <summary>
    /// What every <c>aws-chunked</c> body announces; the rest of the value says whether chunks are signed and trailers follow.
    /// </summary>
    public const string StreamingPrefix = "STREAMING-";

    /// <summary>The hash of no body.</summary>
    public static string Empty { get; } = Of([]);

    /// <summary>The SHA-256 of a body: 64 lower-case hex digits.</summary>
    public static string Of(ReadOnlySpan<byte> body) => Convert.ToHexStringLower(SHA256.HashData(body));
}
