using System.Net;
using Amazon.Lambda.S3Events;
using Iris.Catalog;
using Iris.Catalog.Objects;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Iris.ImageProcessor;

/// <summary>
/// Admits originals of this bucket and nothing else. It is the second of four guards against a function that feeds itself: before it the
/// notification's prefix filter, after it the role that may write only under images/, and Lambda's own detection of recursive loops.
/// </summary>
internal sealed partial class UploadGuard(IOptions<CatalogOptions> options, ILogger<UploadGuard> logger)
{
    /// <summary>
    /// The uploads of a notification, each image once. What is not admitted is acknowledged: it will be no better next time.
    /// </summary>
    public IEnumerable<Upload> Admit(S3Event notification) =>
        (notification.Records ?? []).Select(Admit).OfType<Upload>().DistinctBy(upload => upload.Id);

    private Upload? Admit(S3Event.S3EventNotificationRecord record)
    {
        // The key is compared as the object bears it: "uploads%2F" and "uploads/" are one prefix, "uploads/%252e%252e" names no image.
        var (bucket, key) = (record.S3?.Bucket?.Name, WebUtility.UrlDecode(record.S3?.Object?.Key));

        if (record.EventName?.StartsWith("ObjectCreated:", StringComparison.Ordinal) == true
            && bucket == options.Value.BucketName
            && key is not null
            && ObjectKeys.TryReadOriginal(key, out var id))
        {
            return new Upload(id, new DateTimeOffset(DateTime.SpecifyKind(record.EventTime, DateTimeKind.Utc)));
        }

        LogIgnored(record.EventName, bucket, key);
        return null;
    }

    [LoggerMessage(1, LogLevel.Warning, "Ignored {EventName} of {Key} in {Bucket}: not an original of this bucket")]
    private partial void LogIgnored(string? eventName, string? bucket, string? key);
}

/// <summary>An original that has arrived.</summary>
internal sealed record Upload(ImageId Id, DateTimeOffset CreatedAt);
