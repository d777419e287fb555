using Iris.Catalog.Statistics;

namespace Iris.ImageApi.Stats;

/// <summary>Counts by state.</summary>
/// <param name="Ready">Images that are ready.</param>
/// <param name="Rejected">Images whose bytes are at fault.</param>
/// <param name="Failed">Images that processing gave up.</param>
/// <param name="Bytes">The originals of the ready images, in bytes.</param>
/// <param name="Processing">How long processing took.</param>
internal sealed record Totals(long Ready, long Rejected, long Failed, long Bytes, Percentiles Processing)
{
    public static Totals Of(IReadOnlyList<DayStatistics> days) => new(
        days.Sum(day => day.Ready),
        days.Sum(day => day.Rejected),
        days.Sum(day => day.Failed),
        days.Sum(day => day.Bytes),
        Percentiles.From(Latency.Sum(days.Select(day => day.Processing))));
}
