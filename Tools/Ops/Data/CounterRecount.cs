using Iris.Catalog.Statistics;
using Iris.Catalog.Table;
using Item = System.Collections.Generic.Dictionary<string, Amazon.DynamoDBv2.Model.AttributeValue>;

namespace Iris.Ops.Data;

/// <summary>
/// Works out from the rows what the counters of labels and days have to say, and corrects those that say something else. The site may
/// be in use: an image that changes while the rows are read is counted on one side only, so a counter is corrected once two readings
/// in a row have found it wrong by the same amount.
/// </summary>
internal sealed class CounterRecount(CatalogTable table, ItemScan scan, Counters counters)
{
    private const int MaximumReadings = 5;

    /// <summary>Compares, and corrects unless it is only to look.</summary>
    /// <param name="dryRun">Whether to leave the counters as they are.</param>
    /// <param name="progress">Is told of every image once, however often it is read.</param>
    /// <param name="cancellationToken">Ends the run; corrections that were made stay made.</param>
    public async Task<RecountResult> RunAsync(bool dryRun, IProgress<long> progress, CancellationToken cancellationToken)
    {
        List<CounterCorrection> corrections = [];
        var open = await CompareAsync(dryRun, progress.Report, cancellationToken);

        for (var readings = 1; open.Count > 0 && readings < MaximumReadings; readings++)
        {
            var found = await CompareAsync(dryRun, static _ => { }, cancellationToken);
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
        async (difference, token) => _ = await table.TryUpdateAsync(difference.ToUpdate(), token));

    private async Task<List<CounterDifference>> CompareAsync(bool dryRun, Action<long> report, CancellationToken cancellationToken)
    {
        var said = await ReadCountersAsync(cancellationToken);
        var tally = new CounterTally();

        await foreach (var row in scan.ReadImagesAsync(cancellationToken))
        {
            report(1);
            var settled = row.Owed is null || dryRun
                ? row
                : await counters.FindSettledAsync(row.Image.Id, Guid.NewGuid().ToString("N"), cancellationToken);
            tally.Add(settled);
        }

        return [.. tally.DifferencesFrom(said)];
    }

    private async Task<List<Item>> ReadCountersAsync(CancellationToken cancellationToken)
    {
        List<Item> items = [];

        foreach (var partition in (string[])[Key.LabelCounts, Key.DayStatistics])
        {
            items.AddRange(await table.ReadAllAsync(new KeyRange(partition)).ToListAsync(cancellationToken));
        }

        return items;
    }
}

/// <summary>What a recount found.</summary>
/// <param name="Corrections">Every counter that differed.</param>
/// <param name="IsSettled">Whether counters and rows agree but for these. False: images kept changing while they were read.</param>
internal sealed record RecountResult(IReadOnlyList<CounterCorrection> Corrections, bool IsSettled);

/// <summary>A counter that did not agree with the rows.</summary>
/// <param name="Counter">Which: <c>LABELS/dog/count</c>, <c>STATS/2026-11-25/ready</c>.</param>
/// <param name="Was">What it said.</param>
/// <param name="Is">What the rows say.</param>
internal sealed record CounterCorrection(string Counter, long Was, long Is);
