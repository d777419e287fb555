using Iris.Catalog.Table;

namespace Iris.Catalog.Statistics;

/// <summary>Reads the counters.</summary>
public sealed class ImageStatistics
{
    private readonly CatalogTable _table;

    internal ImageStatistics(CatalogTable table) => _table = table;

    /// <summary>The days from <paramref name="first"/> on, oldest first; days without images are left out.</summary>
    public async Task<IReadOnlyList<DayStatistics>> ListDaysAsync(DateOnly first, CancellationToken cancellationToken)
    {
        var days = await ReadAllAsync(new KeyRange(Key.DayStatistics) { From = Key.Day(first).Sort }, cancellationToken);

        return [.. days.Select(ReadDay)];
    }

    /// <summary>
    /// Labels that begin with the prefix, whatever its case, most frequent first. Reads all of them: a detector knows some thousand
    /// labels, which are a few pages of 1 MB at most.
    /// </summary>
    public async Task<IReadOnlyList<LabelCount>> ListLabelsAsync(string prefix, int limit, CancellationToken cancellationToken)
    {
        var labels = await ReadAllAsync(new KeyRange(Key.LabelCounts) { Prefix = Key.Fold(prefix) }, cancellationToken);

        return
        [
            .. labels.Select(static item => new LabelCount(item.Text(CounterChange.NameAttribute), item.IntegerOrZero(CounterChange.Count)))
                .Where(static label => label.Count > 0)
                .OrderByDescending(static label => label.Count)
                .ThenBy(static label => label.Name, StringComparer.Ordinal)
                .Take(limit),
        ];
    }

    private async Task<List<Item>> ReadAllAsync(KeyRange range, CancellationToken cancellationToken)
    {
        List<Item> items = [];
        KeyRange? next = range;

        while (next is not null)
        {
            var page = await _table.QueryAsync(next, cancellationToken);
            items.AddRange(page.Items ?? []);
            next = page.LastEvaluatedKey is { Count: > 0 } last ? range with { After = last } : null;
        }

        return items;
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
