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

    public string? GetConfiguration(Bucket bucket, string subResource)
    {
        lock (ledger.Gate)
        {
            return bucket.Configurations.GetValueOrDefault(subResource);
        }
    }

    /// <summary>Puts a sub-resource; null deletes it.</summary>
    public void Configure(Bucket bucket, string subResource, string? xml)
    {
        lock (ledger.Gate)
        {
            ledger.Commit(new BucketConfigured(bucket.Name, subResource, xml));
        }
    }
}
