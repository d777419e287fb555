using System.Text.Json.Serialization;
using Iris.Catalog;
using Iris.Catalog.Statistics;

namespace Iris.ImageApi.Stats;

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
