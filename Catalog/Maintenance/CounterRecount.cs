using Iris.Catalog.Statistics;
using Iris.Catalog.Table;

namespace Iris.Catalog.Maintenance;

/// <summary>
/// Works out from the rows what the counters of labels and days have to say, and corrects those that say something else. The site may
/// be in use: an image that changes while the rows are read is counted on one side only, so a counter is corrected once two readings
/// in a row have found it wrong by the same amount.
/// </summary>
public sealed class CounterRecount
{
    private const int MaximumReadings = 5;

    private readonly CatalogTable _table;
    private readonly ItemScan _items;
    private readonly Counters _counters;

    internal CounterRecount(CatalogTable table, ItemScan items, Counters counters) => (_table, _items, _counters) = (table, items, counters);

    /// <summary>Compares, and corrects unless it is only to look.</summary>
    /// <param name="dryRun">Whether to leave the counters as they are.</param>
    /// <param name="progress">Is told of every image that was read.</param>
    /// <param name="cancellationToken">Ends the run; corrections that were made stay made.</param>
    public async Task<RecountResult> RunAsync(bool dryRun, IProgress<long> progress, CancellationToken cancellationToken)
    {
        List<CounterCorrection> corrections = [];
        var open = await CompareAsync(dryRun, progress, cancellationToken);

        for (var readings = 1; open.Count > 0 && readings < MaximumReadings; readings++)
        {
            var found = await CompareAsync(dryRun, progress, cancellationToken);
            var confirmed = found.Where(difference => open.Any(difference.Confirms)).ToList();
            corrections.AddRange(confirmed.Select(static difference => difference.ToCorrection()));
            open = [.. found.Except(confirmed)];

            if (dryRun)
            {
                break;
            }

            await CorrectAsync(confirmed, cancellationToken);
        }

        return new RecountResult(corrections, IsSettled: open is []);
    }

    private Task CorrectAsync(IEnumerable<CounterDifference> differences, CancellationToken cancellationToken) => Parallel.ForEachAsync(
        differences,
        ItemScan.AtATime(cancellationToken),
        async (difference, token) => _ = await _table.TryUpdateAsync(difference.ToUpdate(), token));

    private async Task<List<CounterDifference>> CompareAsync(bool dryRun, IProgress<long> progress, CancellationToken cancellationToken)
    {
        var said = await ReadCountersAsync(cancellationToken);
        var tally = new CounterTally();

        await foreach (var row in _items.ReadImagesAsync(cancellationToken))
        {
            progress.Report(1);
            var settled = row.Owed is null || dryRun ? row : await _counters.FindSettledAsync(row.Image.Id, Guid.NewGuid().ToString("N"), cancellationToken);
            tally.Add(settled);
        }

        return [.. tally.DifferencesFrom(said)];
    }

    private async Task<List<Item>> ReadCountersAsync(CancellationToken cancellationToken)
    {
        List<Item> items = [];

        foreach (var partition in (string[])[Key.LabelCounts, Key.DayStatistics])
        {
            KeyRange? next = new(partition);

            while (next is not null)
            {
                var page = await _table.QueryAsync(next, cancellationToken);
                items.AddRange(page.Items ?? []);
                next = page.LastEvaluatedKey is { Count: > 0 } last ? next with { After = last } : null;
            }
        }

        return items;
    }
}
