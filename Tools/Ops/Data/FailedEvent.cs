using System.Text.Json;
using Iris.Catalog.Objects;

namespace Iris.Ops.Data;

/// <summary>A record that Lambda has sent to its on-failure destination.</summary>
internal static class FailedEvent
{
    /// <summary>
    /// The event that failed, as it came; null when it is none of Iris: anybody with access can put a message into a queue.
    /// </summary>
    public static string? Read(string record)
    {
        try
        {
            // {"version":"1.0", …, "requestPayload":{"Records":[{"s3":{"object":{"key":"uploads/werc8gmrzge196qvyk49jvxs4g"}}}]}}
            var payload = JsonElement.Parse(record).GetProperty("requestPayload");
            var keys = payload.GetProperty("Records").EnumerateArray()
                .Select(
                    static it => Uri.UnescapeDataString(it.GetProperty("s3").GetProperty("object").GetProperty("key").GetString() ?? ""))
                .ToList();
            return keys is not [] && keys.All(static key => ObjectKeys.TryReadOriginal(key, out _)) ? payload.GetRawText() : null;
        }
        catch (Exception failure) when (failure is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return null;
        }
    }
}
