using System.Text.Json.Serialization;
using LocalAws.S3.Notifications;

namespace LocalAws.S3.Storage;

/// <summary>One change of state. The journal is the list of them, the state is what they add up to.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "is")]
[JsonDerivedType(typeof(BucketCreated), "bucket-created")]
[JsonDerivedType(typeof(BucketDeleted), "bucket-deleted")]
[JsonDerivedType(typeof(BucketConfigured), "bucket-configured")]
[JsonDerivedType(typeof(ObjectPut), "object-put")]
[JsonDerivedType(typeof(ObjectDeleted), "object-deleted")]
[JsonDerivedType(typeof(UploadCreated), "upload-created")]
[JsonDerivedType(typeof(PartPut), "part-put")]
[JsonDerivedType(typeof(UploadAborted), "upload-aborted")]
[JsonDerivedType(typeof(EventsPending), "events-pending")]
[JsonDerivedType(typeof(EventDelivered), "event-delivered")]
internal abstract record JournalRecord;

internal sealed record BucketCreated(string Bucket, DateTimeOffset CreatedAt) : JournalRecord;

internal sealed record BucketDeleted(string Bucket) : JournalRecord;

/// <summary>A sub-resource was put, or, without XML, deleted.</summary>
internal sealed record BucketConfigured(string Bucket, string SubResource, string? Xml) : JournalRecord;

/// <summary>
/// An object and the events of its creation are one record: whoever finds the object there (and is told 412 for putting it
/// again) can rely on its event being delivered, whenever the process died. So are an object and the end of its multipart upload.
/// </summary>
internal sealed record ObjectPut(string Bucket, StoredObject Object, OutboxEvent[] Events, string? CompletedUploadId) : JournalRecord;

internal sealed record ObjectDeleted(string Bucket, string Key, long Sequence, OutboxEvent[] Events) : JournalRecord;

internal sealed record UploadCreated(string Bucket, MultipartUpload Upload) : JournalRecord;

internal sealed record PartPut(string Bucket, string UploadId, UploadedPart Part) : JournalRecord;

internal sealed record UploadAborted(string Bucket, string UploadId) : JournalRecord;

/// <summary>Stands in a compacted journal for the events whose changes are no longer told apart.</summary>
internal sealed record EventsPending(OutboxEvent[] Events) : JournalRecord;

internal sealed record EventDelivered(string EventId) : JournalRecord;
