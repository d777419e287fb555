using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;

namespace LocalAws.Rekognition.Detection;

/// <summary>
/// Lets as many pictures at a time through as there are cores, makes some wait in order of arrival, and turns the rest away.
/// </summary>
internal sealed class InferenceQueue(IOptions<RekognitionOptions> options) : IDisposable
{
    private readonly ConcurrencyLimiter _limiter = new(new()
    {
        PermitLimit = options.Value.MaxConcurrentInferences,
        QueueLimit = options.Value.MaxQueuedRequests,
        QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
    });

    /// <summary>Waits for a turn. The lease is to be disposed of; it is not acquired when too many wait already.</summary>
    public ValueTask<RateLimitLease> EnterAsync(CancellationToken cancellationToken) =>
        _limiter.AcquireAsync(cancellationToken: cancellationToken);

    public void Dispose() => _limiter.Dispose();
}
