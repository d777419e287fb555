using Iris.Catalog.Table;

namespace Iris.Catalog.Statistics;

/// <summary>Reads the counters.</summary>
internal sealed class ImageStatistics(CatalogTable table)
{
    /// <summary>The days from <paramref name="first"/> on, oldest first; days without images are left out.</summary>
    public async Task<IReadOnlyList<DayStatistics>> ListDaysAsync(DateOnly first, CancellationToken cancellationToken)
    {
        var days = table.ReadAllAsync(new KeyRange(Key.DayStatistics) { From = Key.Day(first).Sort });
        return await days.Select(ReadDay).ToListAsync(cancellationToken);
    }

    /// <summary>
    /// Labels that begin with the prefix, whatever its case, most frequent first. Reads all of them: a detector knows some thousand
    /// labels, which are a few pages of 1 MB at most.
    /// </summary>
    public async Task<IReadOnlyList<LabelCount>> ListLabelsAsync(string prefix, int limit, CancellationToken cancellationToken)
    {
        var labels = await table.ReadAllAsync(new KeyRange(Key.LabelCounts) { Prefix = Key.Fold(prefix) }).ToListAsync(cancellationToken);
        return
        [
            .. labels.Select(static item => new LabelCount(item.Text(CounterChange.NameAttribute), item.IntegerOrZero(CounterChange.Count)))
                .Where(static label => label.Count > 0)
                .OrderByDescending(static label => label.Count)
                .ThenBy(static label => label.Name, StringComparer.Ordinal)
                .Take(limit),
        ];
    }

    private static DayStatistics ReadDay(Item item) => new(DateOnly.ParseExact(Key.Of(item).Sort, "O", null))
    {
        Ready = item.IntegerOrZero(WireName<ImageStatus>.Of(ImageStatus.Ready)),
        Rejected = item.IntegerOrZero(WireName<ImageStatus>.Of(ImageStatus.Rejected)),
        Failed = item.IntegerOrZero(WireName<ImageStatus>.Of(ImageStatus.Failed)),
        Bytes = item.IntegerOrZero(CounterChange.Bytes),
        Reasons = Enum.GetValues<RejectionCode>()
            .Select(code => KeyValuePair.Create(code, item.IntegerOrZero(CounterChange.Reason(code))))
            .Where(static reason => reason.Value > 0)
            .ToDictionary(),
        Processing = new Latency(item.Keys
            .Select(attribute => LatencyHistogram.TryReadBucket(attribute, out var bucket) ? KeyValuePair.Create(bucket, item.IntegerOrZero(attribute)) : default)
            .Where(static bucket => bucket.Value > 0)
            .ToDictionary()),
    };
}

/// <summary>What became of the images that were announced on one day (UTC).</summary>
internal sealed record DayStatistics(DateOnly Day)
{
    public long Ready { get; init; }

    public long Rejected { get; init; }

    public long Failed { get; init; }

    /// <summary>The originals of the ready images, in bytes.</summary>
    public long Bytes { get; init; }

    /// <summary>Rejected and failed images by reason; only reasons that occurred.</summary>
    public IReadOnlyDictionary<RejectionCode, long> Reasons { get; init; } = new Dictionary<RejectionCode, long>();

    /// <summary>How long processing took.</summary>
    public Latency Processing { get; init; } = Latency.None;
}

/// <summary>In how many ready images a label is seen.</summary>
internal sealed record LabelCount(string Name, long Count);
