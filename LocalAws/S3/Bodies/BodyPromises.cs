using System.Globalization;
using LocalAws.S3.Checksums;
using LocalAws.S3.Protocol;
using LocalAws.Shared.SigV4;

namespace LocalAws.S3.Bodies;

/// <summary>What the headers of a request promise of its body. <see cref="RequestBody"/> holds the body to all of it.</summary>
/// <param name="Length">Bytes after decoding.</param>
/// <param name="Sha256">The signed payload hash, 64 hex digits; null when the payload is unsigned or signed by chunks.</param>
/// <param name="ContentMd5">Base64; null when not sent.</param>
/// <param name="Checksum">The algorithm of the checksum header or trailer.</param>
/// <param name="ChecksumValue">Its value; null when it comes in the trailer.</param>
internal sealed record BodyPromises(long Length, string? Sha256, string? ContentMd5, ChecksumAlgorithm? Checksum, string? ChecksumValue)
{
    public static Outcome<BodyPromises> Read(S3Request request, long maxLength)
    {
        var hash = request.Signature?.PayloadHash ?? PayloadHash.Unsigned;
        var streaming = hash.StartsWith(PayloadHash.StreamingPrefix, StringComparison.Ordinal);
        if (!streaming && hash != PayloadHash.Unsigned && !IsSha256(hash))
        {
            return S3Error.InvalidArgument("x-amz-content-sha256 must be UNSIGNED-PAYLOAD, STREAMING-..., or a valid sha256 value.");
        }

        var length = streaming ? request.Header("x-amz-decoded-content-length") : request.Header("content-length");
        if (!long.TryParse(length, NumberStyles.None, CultureInfo.InvariantCulture, out var bytes))
        {
            return new S3Error(411, "MissingContentLength", "You must provide the Content-Length HTTP header.");
        }

        if (bytes > maxLength)
        {
            return S3Error.EntityTooLarge(maxLength);
        }

        return ReadChecksum(request).TryGet(out var promised, out var error)
            ? promised with { Length = bytes, Sha256 = IsSha256(hash) ? hash : null, ContentMd5 = request.Header("content-md5") }
            : error;
    }

    private static Outcome<BodyPromises> ReadChecksum(S3Request request)
    {
        var inHeader = ChecksumAlgorithm.All.Where(algorithm => request.Header(algorithm.HeaderName) is not null).ToArray();
        var inTrailer = ChecksumAlgorithm.OfHeader(request.Header("x-amz-trailer")?.Trim() ?? "");
        if (inHeader.Length + (inTrailer is null ? 0 : 1) > 1)
        {
            return S3Error.InvalidRequest("Expecting a single x-amz-checksum- header. Multiple checksum Types are not allowed.");
        }

        var value = inHeader is [var only] ? request.Header(only.HeaderName) : null;
        if (value is not null && !inHeader[0].IsDigest(value))
        {
            return S3Error.InvalidRequest($"Value for {inHeader[0].HeaderName} header is invalid.");
        }

        return new BodyPromises(0, Sha256: null, ContentMd5: null, inHeader.FirstOrDefault() ?? inTrailer, value);
    }

    private static bool IsSha256(string hash) => hash.Length == 64 && hash.All(char.IsAsciiHexDigitLower);
}
