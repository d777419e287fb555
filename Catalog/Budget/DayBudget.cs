using Iris.Catalog.Table;
using Microsoft.Extensions.Options;

namespace Iris.Catalog.Budget;

/// <summary>
/// Counts the new images of a day, which is one of UTC. Each is one conditional write: of any number that come at once, as many get in as
/// there is room for.
/// </summary>
internal sealed class DayBudget(CatalogTable table, TimeProvider clock, IOptions<BudgetOptions> options)
{
    private const string Count = "count";

    // DynamoDB removes what has expired within days.
    private static readonly TimeSpan s_kept = TimeSpan.FromDays(2);

    /// <summary>Takes a new image's share of today, if anything is left of it.</summary>
    /// <param name="owner">Who adds the image, where that is known: one owner gets a tenth of a day at most.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    public async Task<BudgetOutcome> TakeAsync(string? owner, CancellationToken cancellationToken)
    {
        var (limit, now) = (options.Value.NewImagesPerDay, clock.GetUtcNow());
        var today = DateOnly.FromDateTime(now.UtcDateTime);

        if (limit == 0)
        {
            return new BudgetOutcome.Taken(PercentSpent: 0);
        }

        if (owner is not null && await TakeAsync(Key.Budget(today, owner), options.Value.NewImagesPerOwner, now, cancellationToken) is null)
        {
            return new BudgetOutcome.Spent(Tomorrow(today), ByOneOwner: true);
        }

        return await TakeAsync(Key.Budget(today), limit, now, cancellationToken) is { } count
            ? new BudgetOutcome.Taken((int)(100 * count / limit))
            : new BudgetOutcome.Spent(Tomorrow(today), ByOneOwner: false);
    }

    private static DateTimeOffset Tomorrow(DateOnly today) => new(today.AddDays(1), TimeOnly.MinValue, TimeSpan.Zero);

    /// <summary>How many there are with this one; null when it would be one too many.</summary>
    private async Task<long?> TakeAsync(Key key, int limit, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var update = new Update(key)
            .Add(Count, Value.Number(1))
            .Set(ImageItem.ExpiresAt, Value.Number((now + s_kept).ToUnixTimeSeconds()))
            .When($"(attribute_not_exists(#{Count}) OR #{Count} < :limit)", ("limit", Value.Number(limit)));
        return (await table.TryUpdateAsync(update, cancellationToken))?.Integer(Count);
    }
}

/// <summary>What came of asking for a share of the day.</summary>
internal abstract record BudgetOutcome
{
    private BudgetOutcome()
    {
    }

    /// <summary>The image may come.</summary>
    /// <param name="PercentSpent">How much of the day is spent with it; 0 where there is no limit.</param>
    public sealed record Taken(int PercentSpent) : BudgetOutcome;

    /// <summary>Nothing is left.</summary>
    /// <param name="OpensAt">When the next day begins.</param>
    /// <param name="ByOneOwner">Whether the owner's own share is meant, and others still have theirs.</param>
    public sealed record Spent(DateTimeOffset OpensAt, bool ByOneOwner) : BudgetOutcome;
}
