using System.Diagnostics;
using System.Text;
using System.Text.Json;
using LocalAws.S3.Notifications;
using LocalAws.S3.Protocol;
using Microsoft.Extensions.Options;

namespace LocalAws.S3.Storage;

/// <summary>Writes the events that a bucket's notification configuration asks for.</summary>
internal sealed class EventComposer(IOptions<S3Options> options, TimeProvider time)
{
    public OutboxEvent[] Created(Bucket bucket, StoredObject stored, Cause cause) =>
        Compose(
            bucket,
            stored.Key,
            new S3EventObject(EventKey.Encode(stored.Key), stored.Size, stored.ETag, Sequencer(stored.Sequence)),
            cause);

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

/// <summary>
/// The key as events carry it: form-url-encoded but for the slash, so <c>red flower(1).jpg</c> comes as <c>red+flower%281%29.jpg</c>.
/// </summary>
internal static class EventKey
{
    public static string Encode(string key)
    {
        var encoded = new StringBuilder(key.Length + 16);
        foreach (var octet in Encoding.UTF8.GetBytes(key))
        {
            _ = (char)octet switch
            {
                ' ' => encoded.Append('+'),
                var plain when char.IsAsciiLetterOrDigit(plain) || plain is '.' or '-' or '_' or '*' or '/' => encoded.Append(plain),
                _ => encoded.Append('%').Append(octet.ToString("X2", null)),
            };
        }

        return encoded.ToString();
    }
}

/// <summary>The request that changed something, as far as an event tells of it.</summary>
/// <param name="EventName">For example <c>ObjectCreated:Put</c>.</param>
/// <param name="RequestId">The request's <c>x-amz-request-id</c>.</param>
/// <param name="SourceIp">The client's address.</param>
/// <param name="TraceParent">The W3C trace context, so that the delivery joins the trace of the request.</param>
internal sealed record Cause(string EventName, string RequestId, string SourceIp, string? TraceParent)
{
    public static Cause Of(S3Request request, string eventName) => new(
        eventName,
        Protocol.RequestId.Of(request.Http),
        request.Http.Connection.RemoteIpAddress?.ToString() ?? "",
        Activity.Current?.Id);
}
