using LocalAws.S3.Protocol;

namespace LocalAws.S3.Storage;

/// <summary>The buckets and their sub-resources.</summary>
internal sealed class BucketStore(Ledger ledger)
{
    public Bucket? Find(string name)
    {
        lock (ledger.Gate)
        {
            return ledger.State.Buckets.GetValueOrDefault(name);
        }
    }

    public IReadOnlyList<Bucket> List()
    {
        lock (ledger.Gate)
        {
            return [.. ledger.State.Buckets.Values];
        }
    }

    /// <returns>False when it was there before.</returns>
    public bool Create(string name)
    {
        lock (ledger.Gate)
        {
            if (ledger.State.Buckets.ContainsKey(name))
            {
                return false;
            }

            ledger.Commit(new BucketCreated(name, ledger.Now));
            return true;
        }
    }

    /// <summary>Deletes a bucket without objects; uploads that were begun in it end with it.</summary>
    public S3Error? Delete(Bucket bucket)
    {
        lock (ledger.Gate)
        {
            if (bucket.Objects.Count > 0)
            {
                return new S3Error(409, "BucketNotEmpty", "The bucket you tried to delete is not empty").With(("BucketName", bucket.Name));
            }

            if (ledger.State.Buckets.GetValueOrDefault(bucket.Name) != bucket)
            {
                return S3Error.NoSuchBucket(bucket.Name);
            }

            ledger.Commit(new BucketDeleted(bucket.Name));

            // Still under the lock: the next bucket of this name gets the same folder.
            ledger.Files.DeleteBucket(bucket.Name);
            foreach (var uploadId in bucket.Uploads.Keys)
            {
                ledger.Files.DeleteParts(uploadId);
            }

            return null;
        }
    }

    public string? GetConfiguration(Bucket bucket, string subResource)
    {
        lock (ledger.Gate)
        {
            return bucket.Configurations.GetValueOrDefault(subResource);
        }
    }

    /// <summary>Puts a sub-resource; null deletes it.</summary>
    public S3Error? Configure(Bucket bucket, string subResource, string? xml)
    {
        lock (ledger.Gate)
        {
            if (ledger.State.Buckets.GetValueOrDefault(bucket.Name) != bucket)
            {
                return S3Error.NoSuchBucket(bucket.Name);
            }

            ledger.Commit(new BucketConfigured(bucket.Name, subResource, xml));
            return null;
        }
    }
}
