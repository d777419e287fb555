using System.Collections.Immutable;
using LocalAws.S3.Listing;
using LocalAws.S3.Notifications;
using LocalAws.S3.Protocol;

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
                ? new OpenObject(stored, File.OpenHandle(ledger.Files.PathOf(bucket.Name, key, stored.Sequence), FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete))
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
            if (CheckPut(bucket, draft, replaced, precondition) is { } error)
            {
                return error;
            }

            stored = new StoredObject(
                draft.Key, ledger.NextSequence(), body.Length, draft.ETag, ledger.Now, draft.Headers, draft.Checksums, draft.Tags);
            body.MoveTo(ledger.Files.PathOf(bucket.Name, stored.Key, stored.Sequence));
            var created = events.Created(bucket, stored, cause);
            ledger.Commit(new ObjectPut(bucket.Name, stored, created, draft.CompletedUploadId));
            outbox.Post(created);
        }

        DeleteFile(bucket, replaced);
        if (draft.CompletedUploadId is { } uploadId)
        {
            ledger.Files.DeleteParts(uploadId);
        }

        return stored;
    }

    public Outcome<StoredObject> Tag(Bucket bucket, string key, ImmutableSortedDictionary<string, string> tags)
    {
        lock (ledger.Gate)
        {
            if (bucket.Objects.Find(key) is not { } stored)
            {
                return S3Error.NoSuchKey(key);
            }

            var tagged = stored with { Tags = tags };
            ledger.Commit(new ObjectPut(bucket.Name, tagged, [], CompletedUploadId: null));
            return tagged;
        }
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

    private S3Error? CheckPut(Bucket bucket, ObjectDraft draft, StoredObject? current, Precondition precondition) => true switch
    {
        _ when ledger.State.Buckets.GetValueOrDefault(bucket.Name) != bucket => S3Error.NoSuchBucket(bucket.Name),
        _ when draft.CompletedUploadId is { } uploadId && !bucket.Uploads.ContainsKey(uploadId) => S3Error.NoSuchUpload(uploadId),
        _ => precondition.Check(draft.Key, current),
    };

    private void DeleteFile(Bucket bucket, StoredObject? stored)
    {
        if (stored is not null)
        {
            File.Delete(ledger.Files.PathOf(bucket.Name, stored.Key, stored.Sequence));
        }
    }
}
