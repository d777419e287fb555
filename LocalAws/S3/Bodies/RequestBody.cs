using LocalAws.S3.Checksums;
using LocalAws.S3.Protocol;
using LocalAws.S3.Storage;
using LocalAws.Shared.SigV4;

namespace LocalAws.S3.Bodies;

/// <summary>
/// Receives the body of a request: takes off the framing, passes the bytes on as they come, and compares length, payload hash,
/// Content-MD5, checksum and chunk signatures with what the headers and the trailer promised.
/// </summary>
internal static class RequestBody
{
    /// <summary>What one PUT may carry: 5 GiB.</summary>
    public const long MaxLength = 5L << 30;

    /// <summary>Receives what becomes an object: streamed to a staged file, never held in memory.</summary>
    public static async Task<Outcome<ReceivedBody>> Receive(S3Request request, StagedFile file, CancellationToken cancellationToken) =>
        BodyPromises.Read(request, MaxLength).TryGet(out var promises, out var error)
            ? await Receive(request, promises, file.Append, cancellationToken)
            : error;

    public static async Task<Outcome<ReceivedBody>> Receive(
        S3Request request, BodyPromises promises, PayloadWriter destination, CancellationToken cancellationToken)
    {
        using var digest = new PayloadDigest(Algorithms(promises));
        using var signatures = SignedChunks(request);
        var length = 0L;
        if (DecoderFor(request, Write, signatures) is not { } decoder)
        {
            return S3Error.NotImplemented("The value of x-amz-content-sha256 you provided");
        }

        var error = await Pump(request, decoder, cancellationToken) ?? CheckLength(promises, length);
        return error is null ? Check(promises, decoder, digest.Finish()) : error;

        // Bytes beyond the promise are counted, and refused at the end, but go nowhere.
        void Write(ReadOnlySpan<byte> payload)
        {
            length += payload.Length;
            if (length <= promises.Length)
            {
                digest.Append(payload);
                destination(payload);
            }
        }
    }

    private static async Task<S3Error?> Pump(S3Request request, IBodyDecoder decoder, CancellationToken cancellationToken)
    {
        var reader = request.Http.Request.BodyReader;
        while (true)
        {
            var read = await reader.ReadAsync(cancellationToken);
            var buffer = read.Buffer;
            var error = decoder.Decode(ref buffer);
            reader.AdvanceTo(buffer.Start, buffer.End);
            if (error is not null || read.IsCompleted)
            {
                return error ?? decoder.Complete();
            }
        }
    }

    private static IBodyDecoder? DecoderFor(S3Request request, PayloadWriter payload, ChunkSignatures? signatures) => request.Signature?.PayloadHash switch
    {
        "STREAMING-UNSIGNED-PAYLOAD-TRAILER" => new AwsChunkedDecoder(payload, signatures: null, hasTrailer: true),
        "STREAMING-AWS4-HMAC-SHA256-PAYLOAD" => new AwsChunkedDecoder(payload, signatures, hasTrailer: false),
        "STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER" => new AwsChunkedDecoder(payload, signatures, hasTrailer: true),
        { } hash when hash.StartsWith(PayloadHash.StreamingPrefix, StringComparison.Ordinal) => null,
        _ => new IdentityDecoder(payload),
    };

    private static ChunkSignatures? SignedChunks(S3Request request) =>
        request.Signature is { } signature
            && signature.PayloadHash.StartsWith("STREAMING-AWS4-HMAC-SHA256-PAYLOAD", StringComparison.Ordinal)
            ? new ChunkSignatures(signature)
            : null;

    private static IEnumerable<ChecksumAlgorithm> Algorithms(BodyPromises promises)
    {
        if (promises.Sha256 is not null)
        {
            yield return ChecksumAlgorithm.Sha256;
        }

        if (promises.Checksum is { } checksum)
        {
            yield return checksum;
        }
    }

    private static S3Error? CheckLength(BodyPromises promises, long length) => length == promises.Length
        ? null
        : S3Error.IncompleteBody($"The body has {length} bytes; its length was given as {promises.Length}.");

    private static Outcome<ReceivedBody> Check(BodyPromises promises, IBodyDecoder decoder, DigestedPayload digests)
    {
        if (promises.Sha256 is { } sha256 && sha256 != Convert.ToHexStringLower(digests.Digests[ChecksumAlgorithm.Sha256]))
        {
            return new S3Error(
                400, "XAmzContentSHA256Mismatch", "The provided 'x-amz-content-sha256' header does not match what was computed.");
        }

        if (promises.ContentMd5 is { } md5 && md5 != Convert.ToBase64String(digests.Md5))
        {
            return S3Error.BadDigest("Content-MD5");
        }

        if (promises.Checksum is not { } checksum)
        {
            return new ReceivedBody(digests.ETag, ChecksumSet.Empty);
        }

        return (promises.ChecksumValue ?? decoder.Trailers.GetValueOrDefault(checksum.HeaderName)) switch
        {
            null => new S3Error(400, "MalformedTrailerError", $"The trailer {checksum.HeaderName} was announced and did not come."),
            { } value when value != digests.Base64Of(checksum) => S3Error.BadDigest(checksum.Name),
            _ => new ReceivedBody(digests.ETag, digests.ChecksumsOf(checksum)),
        };
    }
}

/// <summary>A body that kept its promises.</summary>
/// <param name="ETag">Its MD5, in lower-case hex.</param>
/// <param name="Checksums">The checksum that came with it.</param>
internal sealed record ReceivedBody(string ETag, ChecksumSet Checksums);
