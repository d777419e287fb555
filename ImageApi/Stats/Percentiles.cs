using System.Text.Json.Serialization;
using Iris.Catalog.Statistics;

namespace Iris.ImageApi.Stats;

/// <summary>Durations in milliseconds; null where there is nothing to tell.</summary>
/// <param name="P50Ms">Half took no longer.</param>
/// <param name="P95Ms">Nineteen in twenty took no longer.</param>
internal sealed record Percentiles(
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] long? P50Ms,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] long? P95Ms)
{
    public static Percentiles From(Latency latency) => new(latency.P50, latency.P95);
}
