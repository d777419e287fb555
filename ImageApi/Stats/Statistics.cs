using System.Text.Json.Serialization;
using Iris.Catalog;
using Iris.Catalog.Outcomes;
using Iris.Catalog.Statistics;
using Iris.ImageApi.Labels;

namespace Iris.ImageApi.Stats;

/// <summary>What became of the images that were announced within the days.</summary>
/// <param name="Total">All days together.</param>
/// <param name="Days">Each day, oldest first; also those without images.</param>
/// <param name="TopLabels">The most frequent labels of all images, of whatever day.</param>
/// <param name="Reasons">Why images were rejected or failed, most frequent first.</param>
internal sealed record Statistics(
    Totals Total, IReadOnlyList<Day> Days, IReadOnlyList<LabelFrequency> TopLabels, IReadOnlyList<ReasonFrequency> Reasons)
{
    public static Statistics From(DateOnly first, int days, IReadOnlyList<DayStatistics> counted, IReadOnlyList<LabelCount> labels)
    {
        var byDay = counted.ToDictionary(day => day.Day);
        return new Statistics(
            Totals.Of(counted),
            [
                .. Enumerable.Range(0, days).Select(first.AddDays)
                    .Select(day => Day.From(byDay.GetValueOrDefault(day) ?? new DayStatistics(day))),
            ],
            [.. labels.Select(LabelFrequency.From)],
            [.. ReasonFrequency.Of(counted)]);
    }
}

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

/// <summary>A reason and how many images have it.</summary>
internal sealed record ReasonFrequency([property: JsonConverter(typeof(KebabCase<RejectionCode>))] RejectionCode Code, long Count)
{
    public static IEnumerable<ReasonFrequency> Of(IReadOnlyList<DayStatistics> days) => days
        .SelectMany(day => day.Reasons)
        .GroupBy(reason => reason.Key, reason => reason.Value)
        .Select(reason => new ReasonFrequency(reason.Key, reason.Sum()))
        .OrderByDescending(reason => reason.Count)
        .ThenBy(reason => reason.Code);
}

/// <summary>Durations in milliseconds; null where there is nothing to tell.</summary>
/// <param name="P50Ms">Half took no longer.</param>
/// <param name="P95Ms">Nineteen in twenty took no longer.</param>
internal sealed record Percentiles(
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] long? P50Ms,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] long? P95Ms)
{
    public static Percentiles From(Latency latency) => new(latency.P50, latency.P95);
}
