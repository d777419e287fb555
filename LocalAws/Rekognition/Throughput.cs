using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;

namespace LocalAws.Rekognition;

/// <summary>The account's quota of calls a second. Off, unless one wants to see how a client bears it.</summary>
internal sealed class Throughput(IOptions<RekognitionOptions> options) : IDisposable
{
    private readonly TokenBucketRateLimiter? _limiter = options.Value.TransactionsPerSecond is 0 ? null : new(new()
    {
        TokenLimit = options.Value.TransactionsPerSecond,
        TokensPerPeriod = options.Value.TransactionsPerSecond,
        ReplenishmentPeriod = TimeSpan.FromSeconds(1),
        QueueLimit = 0,
    });

    public bool Allows()
    {
        using var lease = _limiter?.AttemptAcquire();
        return lease?.IsAcquired ?? true;
    }

    public void Dispose() => _limiter?.Dispose();
}
