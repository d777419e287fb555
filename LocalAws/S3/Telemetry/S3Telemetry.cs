using System.Diagnostics;
using System.Diagnostics.Metrics;
using LocalAws.S3.Storage;
using Microsoft.AspNetCore.Http.Features;

namespace LocalAws.S3.Telemetry;

internal static class S3Telemetry
{
    public const string Name = "LocalAws.S3";

    public static ActivitySource Source { get; } = new(Name);

    /// <summary>Names the server span and the request metrics after the operation.</summary>
    public static void Describe(HttpContext context, string operation, string bucket, string key)
    {
        context.Features.Get<IHttpMetricsTagsFeature>()?.Tags.Add(new("rpc.method", operation));
        if (context.Features.Get<IHttpActivityFeature>()?.Activity is { } activity)
        {
            activity.DisplayName = $"S3.{operation}";
            activity.SetTag("rpc.system", "aws-api").SetTag("rpc.service", "S3").SetTag("rpc.method", operation);
            activity.SetTag("aws.s3.bucket", bucket is "" ? null : bucket).SetTag("aws.s3.key", key is "" ? null : key);
        }
    }
}

internal sealed class S3Metrics
{
    private readonly Histogram<double> _delivery;

    public S3Metrics(IMeterFactory meters, Outbox outbox)
    {
        var meter = meters.Create(S3Telemetry.Name);
        meter.CreateObservableGauge(
            "s3.notification.pending", () => outbox.PendingCount, "{event}", "Events that no destination has accepted yet.");
        _delivery = meter.CreateHistogram<double>(
            "s3.notification.duration", "s", "From the change of the object to the acceptance of its event.");
    }

    public void Delivered(TimeSpan duration) => _delivery.Record(duration.TotalSeconds);
}
