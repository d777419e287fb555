using CsCheck;
using Iris.Catalog.Statistics;

namespace Iris.Tests.Unit.Catalog;

public sealed class LatencyTests
{
    [Fact]
    public void A_percentile_is_right_to_within_a_fifth() => Gen.Select(Gen.Long[1, 60_000].Array[1, 200], Gen.Double[0.01, 1]).Sample((durations, fraction) =>
    {
        var exact = durations.Order().ElementAt((int)Math.Ceiling(durations.Length * fraction) - 1);

        Assert.InRange(
            LatencyHistogram.Percentile(Buckets(durations), fraction)!.Value, Math.Floor(exact / 1.2), Math.Ceiling(exact * 1.2));
    });

    [Fact]
    public void Of_nothing_there_is_no_percentile() => Assert.Null(Latency.None.P95);

    [Fact]
    public void Days_add_up()
    {
        var sum = Latency.Sum([new Latency(Buckets([100, 100, 100])), new Latency(Buckets([100, 9_000]))]);

        Assert.InRange(sum.P50!.Value, 83, 120);
        Assert.InRange(sum.P95!.Value, 7_500, 10_800);
    }

    private static Dictionary<int, long> Buckets(IEnumerable<long> durations) => durations
        .Select(LatencyHistogram.Attribute)
        .CountBy(attribute => LatencyHistogram.TryReadBucket(attribute, out var bucket) ? bucket : throw new FormatException(attribute))
        .ToDictionary(bucket => bucket.Key, bucket => (long)bucket.Value);
}
