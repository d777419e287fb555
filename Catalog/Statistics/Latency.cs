namespace Iris.Catalog.Statistics;

/// <summary>A distribution of durations, to be added to others and asked for percentiles.</summary>
public sealed class Latency
{
    private readonly IReadOnlyDictionary<int, long> _buckets;

    internal Latency(IReadOnlyDictionary<int, long> buckets) => _buckets = buckets;

    /// <summary>No durations at all.</summary>
    public static Latency None { get; } = new(new Dictionary<int, long>());

    /// <summary>Half took no longer, in milliseconds; null when there is nothing to tell.</summary>
    public long? P50 => LatencyHistogram.Percentile(_buckets, 0.50);

    /// <summary>Nineteen in twenty took no longer, in milliseconds; null when there is nothing to tell.</summary>
    public long? P95 => LatencyHistogram.Percentile(_buckets, 0.95);

    /// <summary>All durations of all the distributions together.</summary>
    public static Latency Sum(IEnumerable<Latency> latencies) => new(latencies
        .SelectMany(static latency => latency._buckets)
        .GroupBy(static bucket => bucket.Key, static bucket => bucket.Value)
        .ToDictionary(static group => group.Key, static group => group.Sum()));
}
