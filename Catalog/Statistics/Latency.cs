namespace Iris.Catalog.Statistics;

/// <summary>A distribution of durations, to be added to others and asked for percentiles.</summary>
internal sealed class Latency(IReadOnlyDictionary<int, long> buckets)
{
    private readonly IReadOnlyDictionary<int, long> _buckets = buckets;

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

/// <summary>
/// A histogram whose buckets are counters of the day's item: four to each doubling, so that a percentile is right to within a fifth
/// whatever its size, and days can be added up.
/// </summary>
internal static class LatencyHistogram
{
    private const string Prefix = "processingMs";

    private const int BucketsPerDoubling = 4;

    /// <summary>The attribute that counts durations like this one. Letters and digits only, as attribute aliases want it.</summary>
    public static string Attribute(long milliseconds) => $"{Prefix}{Bucket(milliseconds)}";

    public static bool TryReadBucket(string attribute, out int bucket)
    {
        bucket = 0;
        return attribute.StartsWith(Prefix, StringComparison.Ordinal) && int.TryParse(attribute.AsSpan(Prefix.Length), out bucket);
    }

    /// <summary>The duration that the fraction of all durations does not exceed, in milliseconds; null when there are none.</summary>
    public static long? Percentile(IReadOnlyDictionary<int, long> buckets, double fraction)
    {
        var rank = (long)Math.Ceiling(buckets.Values.Sum() * fraction);

        foreach (var (bucket, count) in buckets.OrderBy(static bucket => bucket.Key))
        {
            if (count >= rank && count > 0)
            {
                // Within a bucket durations are taken to lie evenly on the logarithmic scale.
                return (long)Math.Round(Math.Pow(2, (bucket - 1 + ((double)rank / count)) / BucketsPerDoubling));
            }

            rank -= count;
        }

        return null;
    }

    private static int Bucket(long milliseconds) => (int)Math.Ceiling(Math.Log2(Math.Max(1, milliseconds)) * BucketsPerDoubling);
}
