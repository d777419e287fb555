using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Iris.Catalog.Statistics;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Iris.ImageApi.Labels;

internal static class LabelEndpoints
{
    private const int DefaultLimit = 50;
    private const int MaximumLimit = 200;

    public static void MapLabels(this IEndpointRouteBuilder api) =>
        api.MapGroup("/labels").WithTags("Labels").MapGet("/", ListLabels).WithName(nameof(ListLabels));

    /// <summary>List the labels that images show, most frequent first.</summary>
    /// <param name="statistics">The counters.</param>
    /// <param name="prefix">Only labels that begin so, whatever the case.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    internal static async Task<Results<Ok<LabelList>, InvalidRequest>> ListLabels(
        ImageStatistics statistics,
        [StringLength(LabelName.MaximumLength)] string? prefix,
        [Range(1, MaximumLimit), DefaultValue(DefaultLimit)] int? limit,
        CancellationToken cancellationToken)
    {
        var size = limit ?? DefaultLimit;
        var errors = new Errors()
            .Check(
                "prefix",
                string.IsNullOrEmpty(prefix) || LabelName.IsValid(prefix),
                $"Must be at most {LabelName.MaximumLength} characters without control characters.")
            .Check("limit", size is >= 1 and <= MaximumLimit, $"Must be 1 to {MaximumLimit}.");

        if (errors.Any(out var invalid))
        {
            return invalid;
        }

        var labels = await statistics.ListLabelsAsync(prefix ?? "", size, cancellationToken);
        return TypedResults.Ok(new LabelList([.. labels.Select(LabelFrequency.From)]));
    }
}

/// <summary>Labels, most frequent first.</summary>
internal sealed record LabelList(IReadOnlyList<LabelFrequency> Items);

/// <summary>A label and in how many images it is seen.</summary>
internal sealed record LabelFrequency(string Name, long Count)
{
    public static LabelFrequency From(LabelCount label) => new(label.Name, label.Count);
}
