using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Iris.Catalog.Statistics;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Iris.ImageApi.Stats;

internal static class StatsEndpoints
{
    private const int DefaultDays = 30;
    private const int MaximumDays = 365;
    private const int TopLabels = 10;

    public static void MapStats(this IEndpointRouteBuilder api) =>
        api.MapGroup("/stats").WithTags("Statistics").MapGet("/", GetStatistics).WithName(nameof(GetStatistics));

    /// <summary>Count images by day and state, labels and reasons, and tell how long processing took.</summary>
    /// <param name="statistics">The counters.</param>
    /// <param name="clock">The time.</param>
    /// <param name="days">How many days (UTC), today included.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    internal static async Task<Results<Ok<Statistics>, InvalidRequest>> GetStatistics(
        ImageStatistics statistics,
        TimeProvider clock,
        [Range(1, MaximumDays), DefaultValue(DefaultDays)] int? days,
        CancellationToken cancellationToken)
    {
        var count = days ?? DefaultDays;

        if (count is < 1 or > MaximumDays)
        {
            return new InvalidRequest("days", $"Must be 1 to {MaximumDays}.");
        }

        var first = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime).AddDays(1 - count);
        var counted = statistics.ListDaysAsync(first, cancellationToken);
        var labels = statistics.ListLabelsAsync("", TopLabels, cancellationToken);
        return TypedResults.Ok(Statistics.From(first, count, await counted, await labels));
    }
}
