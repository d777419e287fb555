using LocalAws.S3.Checksums;
using LocalAws.S3.Protocol;
using Microsoft.Win32.SafeHandles;

namespace LocalAws.S3.Storage;

/// <summary>Multipart uploads between their beginning and their end.</summary>
internal sealed class UploadStore(Ledger ledger)
{
    public S3Error? Create(Bucket bucket, MultipartUpload upload)
    {
        lock (ledger.Gate)
        {
            if (ledger.State.Buckets.GetValueOrDefault(bucket.Name) != bucket)
            {
                return S3Error.NoSuchBucket(bucket.Name);
            }

            ledger.Commit(new UploadCreated(bucket.Name, upload));
            return null;
        }
    }

    public DateTimeOffset Now => ledger.Now;

    public Outcome<MultipartUpload> Find(Bucket bucket, string uploadId, string key)
    {
        lock (ledger.Gate)
        {
            return bucket.Uploads.TryGetValue(uploadId, out var upload) && upload.Key == key ? upload : S3Error.NoSuchUpload(uploadId);
        }
    }

    public IReadOnlyList<MultipartUpload> List(Bucket bucket)
    {
        lock (ledger.Gate)
        {
            return [.. bucket.Uploads.Values.OrderBy(upload => upload.Key, Utf8KeyComparer.Instance).ThenBy(upload => upload.UploadId, StringComparer.Ordinal)];
        }
    }

    /// <summary>Stores a part; the last one sent under a number counts. Earlier ones stay on disk until the upload ends, for a reader may be at them.</summary>
    public Outcome<UploadedPart> PutPart(Bucket bucket, MultipartUpload upload, int number, StagedFile body, string etag, ChecksumSet checksums)
    {
        lock (ledger.Gate)
        {
            if (!bucket.Uploads.ContainsKey(upload.UploadId))
            {
                return S3Error.NoSuchUpload(upload.UploadId);
            }

            var part = new UploadedPart(number, ledger.NextSequence(), body.Length, etag, ledger.Now, checksums);
            body.MoveTo(ledger.Files.PathOf(upload.UploadId, part));
            ledger.Commit(new PartPut(bucket.Name, upload.UploadId, part));
            return part;
        }
    }

    public SafeFileHandle Open(MultipartUpload upload, UploadedPart part) =>
        File.OpenHandle(ledger.Files.PathOf(upload.UploadId, part), FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);

    public S3Error? Abort(Bucket bucket, string uploadId, string key)
    {
        lock (ledger.Gate)
        {
            if (!bucket.Uploads.TryGetValue(uploadId, out var upload) || upload.Key != key)
            {
                return S3Error.NoSuchUpload(uploadId);
            }

            ledger.Commit(new UploadAborted(bucket.Name, uploadId));
        }

        ledger.Files.DeleteParts(uploadId);
        return null;
    }
}
