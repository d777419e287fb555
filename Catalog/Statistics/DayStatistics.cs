namespace Iris.Catalog.Statistics;

/// <summary>What became of the images that were announced on one day (UTC).</summary>
public sealed record DayStatistics(DateOnly Day)
{
    /// <summary>Images that are ready.</summary>
    public long Ready { get; init; }

    /// <summary>Images whose bytes are at fault.</summary>
    public long Rejected { get; init; }

    /// <summary>Images that processing gave up.</summary>
    public long Failed { get; init; }

    /// <summary>The originals of the ready images, in bytes.</summary>
    public long Bytes { get; init; }

    /// <summary>Rejected and failed images by reason; only reasons that occurred.</summary>
    public IReadOnlyDictionary<RejectionCode, long> Reasons { get; init; } = new Dictionary<RejectionCode, long>();

    /// <summary>How long processing took.</summary>
    public Latency Processing { get; init; } = Latency.None;
}
