using Iris.Catalog.Statistics;

namespace Iris.Catalog.Table;

/// <summary>An image together with what only the catalog needs to know about it.</summary>
internal sealed record ImageRow(ImageRecord Image)
{
    /// <summary>
    /// Lambda gives an event up within five minutes of its first attempt (waits of 1 and 2 minutes). An image whose lease ran out
    /// longer ago than this has nobody working on it.
    /// </summary>
    public static readonly TimeSpan AbandonedAfter = TimeSpan.FromMinutes(10);

    private static readonly Rejection s_abandoned = new(RejectionCode.ProcessingFailed, "Processing stopped without an answer. It can be retried.");

    public Lease? Lease { get; init; }

    /// <summary>When a pending image that nobody uploaded goes away.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>What the counters still have to be told.</summary>
    public Owed? Owed { get; init; }

    /// <summary>Whether it is going away; for everybody outside it is gone.</summary>
    public bool IsDeleting { get; init; }

    public bool IsLeasedTo(string owner, DateTimeOffset now) => Lease is not { } lease || lease.Admits(owner, now);

    public bool IsAbandoned(DateTimeOffset now) =>
        Image.Status == ImageStatus.Processing && (Lease is not { } lease || lease.Until + AbandonedAfter < now);

    public bool IsRetryable(DateTimeOffset now) => Image.Status == ImageStatus.Failed || IsAbandoned(now);

    /// <summary>DynamoDB removes expired items within days, not at once.</summary>
    public bool IsGone(DateTimeOffset now) => IsDeleting || (Image.Status == ImageStatus.Pending && ExpiresAt <= now);

    /// <summary>What the outside sees, or null.</summary>
    public ImageRecord? AsSeen(DateTimeOffset now) => this switch
    {
        _ when IsGone(now) => null,
        _ when IsAbandoned(now) => Image with { Status = ImageStatus.Failed, Reason = s_abandoned, ProcessedAt = Lease?.Until },
        _ => Image,
    };
}
