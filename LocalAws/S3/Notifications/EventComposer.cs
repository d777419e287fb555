using System.Text.Json;
using LocalAws.S3.Protocol;
using LocalAws.S3.Storage;
using Microsoft.Extensions.Options;

namespace LocalAws.S3.Notifications;

/// <summary>Writes the events that a bucket's notification configuration asks for.</summary>
internal sealed class EventComposer(IOptions<S3Options> options, TimeProvider time)
{
    public OutboxEvent[] Created(Bucket bucket, StoredObject stored, Cause cause) =>
        Compose(bucket, stored.Key, new S3EventObject(EventKey.Encode(stored.Key), stored.Size, stored.ETag, Sequencer(stored.Sequence)), cause);

    public OutboxEvent[] Removed(Bucket bucket, string key, long sequence, Cause cause) =>
        Compose(bucket, key, new S3EventObject(EventKey.Encode(key), Size: null, ETag: null, Sequencer(sequence)), cause);

    private OutboxEvent[] Compose(Bucket bucket, string key, S3EventObject subject, Cause cause)
    {
        var now = time.GetUtcNow();
        return
        [
            .. bucket.Notifications.Matching(cause.EventName, key).Select(rule => new OutboxEvent(
                Guid.CreateVersion7().ToString("n"),
                rule.FunctionName,
                JsonSerializer.Serialize(new S3Event([Record(bucket, rule, subject, cause, now)]), S3EventJson.Default.S3Event),
                now,
                cause.TraceParent)),
        ];
    }

    private S3EventRecord Record(Bucket bucket, NotificationRule rule, S3EventObject subject, Cause cause, DateTimeOffset now) => new(
        EventVersion: "2.1",
        EventSource: "aws:s3",
        options.Value.Region,
        S3Xml.Timestamp(now),
        cause.EventName,
        new S3EventIdentity(S3Xml.OwnerId),
        new S3EventRequest(cause.SourceIp),
        new S3EventResponse(cause.RequestId, cause.RequestId),
        new S3EventEntity(
            SchemaVersion: "1.0",
            rule.Id,
            new S3EventBucket(bucket.Name, new S3EventIdentity(S3Xml.OwnerId), $"arn:aws:s3:::{bucket.Name}"),
            subject));

    private static string Sequencer(long sequence) => sequence.ToString("X16", null);
}
