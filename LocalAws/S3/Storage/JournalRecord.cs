using System.Text.Json.Serialization;

namespace LocalAws.S3.Storage;

/// <summary>One change of state. The journal is the list of them, the state is what they add up to.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "is")]
[JsonDerivedType(typeof(BucketCreated), "bucket-created")]
[JsonDerivedType(typeof(BucketConfigured), "bucket-configured")]
[JsonDerivedType(typeof(ObjectPut), "object-put")]
[JsonDerivedType(typeof(ObjectDeleted), "object-deleted")]
[JsonDerivedType(typeof(EventsPending), "events-pending")]
[JsonDerivedType(typeof(EventDelivered), "event-delivered")]
internal abstract record JournalRecord;

internal sealed record BucketCreated(string Bucket, DateTimeOffset CreatedAt) : JournalRecord;

/// <summary>A sub-resource was put, or, without XML, deleted.</summary>
internal sealed record BucketConfigured(string Bucket, string SubResource, string? Xml) : JournalRecord;

/// <summary>
/// An object and the events of its creation are one record: whoever finds the object there (and is told 412 for putting it
/// again) can rely on its event being delivered, whenever the process died.
/// </summary>
internal sealed record ObjectPut(string Bucket, StoredObject Object, OutboxEvent[] Events) : JournalRecord;

internal sealed record ObjectDeleted(string Bucket, string Key, long Sequence, OutboxEvent[] Events) : JournalRecord;

/// <summary>Stands in a compacted journal for the events whose changes are no longer told apart.</summary>
internal sealed record EventsPending(OutboxEvent[] Events) : JournalRecord;

internal sealed record EventDelivered(string EventId) : JournalRecord;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    AllowOutOfOrderMetadataProperties = false)]
[JsonSerializable(typeof(JournalRecord))]
internal sealed partial class JournalJson : JsonSerializerContext;
