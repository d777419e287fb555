using System.Text.Json;

namespace LocalAws.S3Notifications;

/// <summary>What a message of the queue is.</summary>
internal enum Notification
{
    /// <summary>Events: <c>{"Records":[…]}</c>.</summary>
    Events,

    /// <summary>What S3 sends when it is told of the queue: <c>{"Service":"Amazon S3","Event":"s3:TestEvent",…}</c>.</summary>
    Test,

    /// <summary>Not from S3.</summary>
    Foreign,
}

internal static class Notifications
{
    public static Notification KindOf(string body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            var message = document.RootElement;
            return message.ValueKind != JsonValueKind.Object ? Notification.Foreign
                : message.TryGetProperty("Records", out var records) && records.ValueKind == JsonValueKind.Array ? Notification.Events
                : message.TryGetProperty("Event", out var name) && name.ValueEquals("s3:TestEvent") ? Notification.Test
                : Notification.Foreign;
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            return Notification.Foreign;
        }
    }
}
