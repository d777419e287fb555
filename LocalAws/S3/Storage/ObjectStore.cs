using LocalAws.S3.Protocol;
using Microsoft.Win32.SafeHandles;

namespace LocalAws.S3.Storage;

/// <summary>The objects of the buckets.</summary>
internal sealed class ObjectStore(Ledger ledger, Outbox outbox, EventComposer events)
{
    public StagedFile Stage() => ledger.Files.Stage();

    public StoredObject? Find(Bucket bucket, string key)
    {
        lock (ledger.Gate)
        {
            return bucket.Objects.Find(key);
        }
    }

    /// <summary>Finds an object and opens its file in one step, so that no later write can take the file away.</summary>
    public OpenObject? Open(Bucket bucket, string key)
    {
        lock (ledger.Gate)
        {
            return bucket.Objects.Find(key) is { } stored
                ? new OpenObject(stored, OpenFile(bucket, stored))
                : null;
        }
    }

    public ListingPage List(Bucket bucket, ListingQuery query)
    {
        lock (ledger.Gate)
        {
            return ListingPage.Read(bucket.Objects, query);
        }
    }

    /// <summary>Makes a staged body the object, if the precondition holds now.</summary>
    public Outcome<StoredObject> Put(Bucket bucket, ObjectDraft draft, StagedFile body, Precondition precondition, Cause cause)
    {
        StoredObject stored;
        StoredObject? replaced;
        lock (ledger.Gate)
        {
            replaced = bucket.Objects.Find(draft.Key);
            if (precondition.Check(draft.Key, replaced) is { } error)
            {
                return error;
            }

            stored = new StoredObject(
                draft.Key, ledger.NextSequence(), body.Length, draft.ETag, ledger.Now, draft.Headers, draft.Checksums);
            body.MoveTo(ledger.Files.PathOf(bucket.Name, stored.Key, stored.Sequence));
            var created = events.Created(bucket, stored, cause);
            ledger.Commit(new ObjectPut(bucket.Name, stored, created));
            outbox.Post(created);
        }

        DeleteFile(bucket, replaced);
        return stored;
    }

    /// <summary>Deletes; a key that is not there is as good as deleted.</summary>
    public S3Error? Delete(Bucket bucket, string key, Precondition precondition, Cause cause)
    {
        StoredObject? removed;
        lock (ledger.Gate)
        {
            removed = bucket.Objects.Find(key);
            if (precondition.Check(key, removed) is { } error)
            {
                return error;
            }

            if (removed is null)
            {
                return null;
            }

            var sequence = ledger.NextSequence();
            var deleted = events.Removed(bucket, key, sequence, cause);
            ledger.Commit(new ObjectDeleted(bucket.Name, key, sequence, deleted));
            outbox.Post(deleted);
        }

        DeleteFile(bucket, removed);
        return null;
    }

    private SafeFileHandle OpenFile(Bucket bucket, StoredObject stored) => File.OpenHandle(
        ledger.Files.PathOf(bucket.Name, stored.Key, stored.Sequence),
        FileMode.Open,
        FileAccess.Read,
        FileShare.ReadWrite | FileShare.Delete);

    private void DeleteFile(Bucket bucket, StoredObject? stored)
    {
        if (stored is not null)
        {
            File.Delete(ledger.Files.PathOf(bucket.Name, stored.Key, stored.Sequence));
        }
    }
}

/// <summary>An object and its open file.</summary>
internal sealed class OpenObject(StoredObject stored, SafeFileHandle file) : IDisposable
{
    public StoredObject Stored { get; } = stored;

    public SafeFileHandle File { get; } = file;

    public void Dispose() => File.Dispose();
}
