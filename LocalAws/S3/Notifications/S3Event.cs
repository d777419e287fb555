using System.Text.Json.Serialization;

namespace LocalAws.S3.Notifications;

/// <summary>The document that a function gets ("Event message structure", version 2.1, in the S3 user guide).</summary>
internal sealed record S3Event([property: JsonPropertyName("Records")] S3EventRecord[] Records);

internal sealed record S3EventRecord(
    string EventVersion,
    string EventSource,
    string AwsRegion,
    string EventTime,
    string EventName,
    S3EventIdentity UserIdentity,
    S3EventRequest RequestParameters,
    S3EventResponse ResponseElements,
    S3EventEntity S3);

internal sealed record S3EventIdentity(string PrincipalId);

internal sealed record S3EventRequest([property: JsonPropertyName("sourceIPAddress")] string SourceIpAddress);

internal sealed record S3EventResponse(
    [property: JsonPropertyName("x-amz-request-id")] string RequestId,
    [property: JsonPropertyName("x-amz-id-2")] string HostId);

internal sealed record S3EventEntity(
    [property: JsonPropertyName("s3SchemaVersion")] string SchemaVersion,
    string ConfigurationId,
    S3EventBucket Bucket,
    S3EventObject Object);

internal sealed record S3EventBucket(string Name, S3EventIdentity OwnerIdentity, string Arn);

/// <summary>An object that was removed has neither size nor tag.</summary>
internal sealed record S3EventObject(string Key, long? Size, string? ETag, string Sequencer);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(S3Event))]
internal sealed partial class S3EventJson : JsonSerializerContext;
