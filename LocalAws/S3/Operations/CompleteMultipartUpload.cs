using LocalAws.S3.Bodies;
using LocalAws.S3.Checksums;
using LocalAws.S3.Multipart;
using LocalAws.S3.Notifications;
using LocalAws.S3.Protocol;
using LocalAws.S3.Storage;

namespace LocalAws.S3.Operations;

internal sealed class CompleteMultipartUpload(ObjectStore objects, UploadStore uploads) : IOperation
{
    public async Task<IResult> Invoke(S3Request request, CancellationToken cancellationToken)
    {
        if (!uploads.Find(request.Bucket, request.Query("uploadId")!, request.Key).TryGet(out var upload, out var error)
            || !(await XmlBody.ReadWithoutChecksum(request, "CompleteMultipartUpload", cancellationToken)).TryGet(out var document, out error)
            || !PartList.Read(document, upload).TryGet(out var list, out error))
        {
            return error;
        }

        using var file = objects.Stage();
        var checksums = await Assemble(upload, list.Parts, file, cancellationToken);
        var draft = new ObjectDraft(request.Key, CompositeDigest.ETag(list.Parts), upload.Headers, checksums, upload.Tags)
        {
            CompletedUploadId = upload.UploadId,
        };
        var cause = Cause.Of(request, "ObjectCreated:CompleteMultipartUpload");
        if (CheckChecksum(request, checksums) is { } mismatch)
        {
            return mismatch;
        }

        return objects.Put(request.Bucket, draft, file, Precondition.Of(request), cause).TryGet(out var stored, out error)
            ? Completed(request, stored)
            : error;
    }

    /// <summary>Joins the parts in one file, and computes on the way the checksum that the upload was begun with.</summary>
    private async Task<ChecksumSet> Assemble(
        MultipartUpload upload, IReadOnlyList<UploadedPart> parts, StagedFile file, CancellationToken cancellationToken)
    {
        var algorithm = ChecksumAlgorithm.Named(upload.ChecksumAlgorithm);
        var ofWhole = upload.ChecksumType == ChecksumSet.FullObject ? algorithm : null;
        using var digest = new PayloadDigest(ofWhole is null ? [] : [ofWhole]);
        foreach (var part in parts)
        {
            using var source = uploads.Open(upload, part);
            await FileCopy.Read(source, 0, part.Size, Write, cancellationToken);
        }

        return algorithm is null ? ChecksumSet.Empty
            : ofWhole is null ? CompositeDigest.Checksum(algorithm, parts)
            : digest.Finish().ChecksumsOf(ofWhole);

        void Write(ReadOnlySpan<byte> payload)
        {
            file.Append(payload);
            if (ofWhole is not null)
            {
                digest.Append(payload);
            }
        }
    }

    // Here, a checksum header speaks of the object, not of the XML in the body.
    private static S3Error? CheckChecksum(S3Request request, ChecksumSet checksums) => checksums.Algorithms()
        .Where(algorithm => request.Header(algorithm.HeaderName) is { } claimed && claimed != checksums.Values[algorithm.Name])
        .Select(algorithm => S3Error.BadDigest(algorithm.Name))
        .FirstOrDefault();

    private static XmlResult Completed(S3Request request, StoredObject stored) => new(S3Xml.Element(
        "CompleteMultipartUploadResult",
        S3Xml.Element("Location", $"{request.Http.Request.Scheme}://{request.Http.Request.Host}/{request.BucketName}/{Uri.EscapeDataString(request.Key)}"),
        S3Xml.Element("Bucket", request.BucketName),
        S3Xml.Element("Key", request.Key),
        S3Xml.ETag(stored.ETag),
        stored.Checksums.ToXml(),
        S3Xml.ElementUnless(stored.Checksums.Values.IsEmpty, "ChecksumType", stored.Checksums.Type)));
}
