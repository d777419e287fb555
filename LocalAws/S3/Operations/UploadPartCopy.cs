using LocalAws.S3.Bodies;
using LocalAws.S3.Checksums;
using LocalAws.S3.Multipart;
using LocalAws.S3.Objects;
using LocalAws.S3.Protocol;
using LocalAws.S3.Storage;

namespace LocalAws.S3.Operations;

internal sealed class UploadPartCopy(BucketStore buckets, ObjectStore objects, UploadStore uploads) : IOperation
{
    public async Task<IResult> Invoke(S3Request request, CancellationToken cancellationToken)
    {
        if (PartNumber.TryRead(request.Query("partNumber")) is not { } number)
        {
            return PartNumber.Invalid();
        }

        if (!uploads.Find(request.Bucket, request.Query("uploadId")!, request.Key).TryGet(out var upload, out var error)
            || !CopySource.Read(request).TryGet(out var source, out error)
            || !source.Open(buckets, objects).TryGet(out var open, out error))
        {
            return error;
        }

        using (open)
        {
            return ReadConditions.CheckCopySource(request, open.Stored) ?? await Copy(request, upload, number, open, cancellationToken);
        }
    }

    private async Task<IResult> Copy(S3Request request, MultipartUpload upload, int number, OpenObject open, CancellationToken cancellationToken)
    {
        var header = request.Header("x-amz-copy-source-range");
        var range = header is null ? new ByteRange(0, open.Stored.Size) : ByteRange.TryRead(header, open.Stored.Size);
        if (range is not { } part || (header is not null && !IsWithin(part, header, open.Stored.Size)))
        {
            return S3Error.InvalidArgument($"Range specified is not valid for source object of size: {open.Stored.Size}");
        }

        ChecksumAlgorithm[] algorithms = ChecksumAlgorithm.Named(upload.ChecksumAlgorithm) is { } wanted ? [wanted] : [];
        using var file = objects.Stage();
        using var digest = new PayloadDigest(algorithms);
        await FileCopy.Read(open.File, part.Start, part.Length, Write, cancellationToken);
        var digests = digest.Finish();
        return uploads.PutPart(request.Bucket, upload, number, file, digests.ETag, digests.ChecksumsOf(algorithms)).TryGet(out var copied, out var error)
            ? new XmlResult(S3Xml.Element(
                "CopyPartResult",
                S3Xml.Element("LastModified", S3Xml.Timestamp(copied.LastModified)),
                S3Xml.ETag(copied.ETag),
                copied.Checksums.ToXml()))
            : error;

        void Write(ReadOnlySpan<byte> payload)
        {
            file.Append(payload);
            digest.Append(payload);
        }
    }

    // Unlike a GET, a copy takes no range that reaches beyond the end.
    private static bool IsWithin(ByteRange range, string header, long size) =>
        range.IsSatisfiable && header.EndsWith($"-{range.Start + range.Length - 1}", StringComparison.Ordinal) && range.Start + range.Length <= size;
}
