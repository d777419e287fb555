using Iris.Catalog.Statistics;

namespace Iris.ImageApi.Stats;

/// <summary>Counts by state of one day (UTC).</summary>
/// <param name="Date">The day.</param>
/// <param name="Ready">Images that are ready.</param>
/// <param name="Rejected">Images whose bytes are at fault.</param>
/// <param name="Failed">Images that processing gave up.</param>
/// <param name="Bytes">The originals of the ready images, in bytes.</param>
/// <param name="Processing">How long processing took.</param>
internal sealed record Day(DateOnly Date, long Ready, long Rejected, long Failed, long Bytes, Percentiles Processing)
{
    public static Day From(DayStatistics day) =>
        new(day.Day, day.Ready, day.Rejected, day.Failed, day.Bytes, Percentiles.From(day.Processing));
}
