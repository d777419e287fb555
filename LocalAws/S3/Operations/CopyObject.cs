using System.Collections.Immutable;
using LocalAws.S3.Bodies;
using LocalAws.S3.Checksums;
using LocalAws.S3.Objects;
using LocalAws.S3.Protocol;
using LocalAws.S3.Storage;

namespace LocalAws.S3.Operations;

/// <summary>Copies on the server, onto the same key too: with other metadata, which is also how an event is made to come again.</summary>
internal sealed class CopyObject(ObjectStore objects, BucketStore buckets) : IOperation
{
    public async Task<IResult> Invoke(S3Request request, CancellationToken cancellationToken)
    {
        if (!CopySource.Read(request).TryGet(out var source, out var error)
            || !source.Open(buckets, objects).TryGet(out var open, out error))
        {
            return error;
        }

        using (open)
        {
            return await Copy(request, source, open, cancellationToken);
        }
    }

    private async Task<IResult> Copy(S3Request request, CopySource source, OpenObject open, CancellationToken cancellationToken)
    {
        if ((ReadConditions.CheckCopySource(request, open.Stored) ?? CheckChange(request, source)) is { } refusal)
        {
            return refusal;
        }

        if (!Headers(request, open.Stored).TryGet(out var headers, out var error))
        {
            return error;
        }

        ChecksumAlgorithm[] algorithms = ChecksumAlgorithm.Named(request.Header("x-amz-checksum-algorithm")) is { } wanted
            ? [wanted]
            : [.. open.Stored.Checksums.Algorithms()];
        using var file = objects.Stage();
        using var digest = new PayloadDigest(algorithms);
        await FileCopy.Read(open.File, 0, open.Stored.Size, Write, cancellationToken);
        var digests = digest.Finish();
        var draft = new ObjectDraft(request.Key, digests.ETag, headers, digests.ChecksumsOf(algorithms));
        return objects.Put(request.Bucket, draft, file, Precondition.Of(request), Cause.Of(request, "ObjectCreated:Copy"))
            .TryGet(out var stored, out error)
            ? new XmlResult(S3Xml.Element(
                "CopyObjectResult",
                S3Xml.Element("LastModified", S3Xml.Timestamp(stored.LastModified)),
                S3Xml.ETag(stored.ETag),
                stored.Checksums.ToXml()))
            : error;

        void Write(ReadOnlySpan<byte> payload)
        {
            file.Append(payload);
            digest.Append(payload);
        }
    }

    private static S3Error? CheckChange(S3Request request, CopySource source) =>
        source.BucketName == request.BucketName && source.Key == request.Key && !ReplacesMetadata(request)
            ? S3Error.InvalidRequest(
                "This copy request is illegal because it is trying to copy an object to itself without changing the object's metadata, "
                + "storage class, website redirect location or encryption attributes.")
            : null;

    private static Outcome<ImmutableSortedDictionary<string, string>> Headers(S3Request request, StoredObject source) =>
        ReplacesMetadata(request) ? ObjectHeaders.Select(request.Headers()) : source.Headers;

    private static bool ReplacesMetadata(S3Request request) => request.Header("x-amz-metadata-directive") == "REPLACE";
}
