using System.Diagnostics.Metrics;
using LocalAws.S3.Notifications;

namespace LocalAws.S3.Telemetry;

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
