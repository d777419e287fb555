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
            [.. Enumerable.Range(0, days).Select(first.AddDays).Select(day => Day.From(byDay.GetValueOrDefault(day) ?? new DayStatistics(day)))],
            [.. labels.Select(LabelFrequency.From)],
            [.. ReasonFrequency.Of(counted)]);
    }
}
