using Iris.Catalog.Budget;
using Iris.Catalog.Table;
using Iris.Tests.Support;

namespace Iris.Tests.Integration.Catalog;

public sealed class DayBudgetTests(Dynalite dynalite)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Of_any_number_at_once_as_many_get_in_as_there_is_room_for()
    {
        await using var catalog = await TestCatalog.CreateAsync(dynalite, (BudgetOptions.NewImagesPerDaySetting, "20"));

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => catalog.Budget.TakeAsync(owner: null, Token)));

        Assert.Equal(20, outcomes.OfType<BudgetOutcome.Taken>().Count());
        Assert.Equal(100, outcomes.OfType<BudgetOutcome.Taken>().Max(taken => taken.PercentSpent));
        Assert.All(outcomes.OfType<BudgetOutcome.Spent>(), spent => Assert.False(spent.ByOneOwner));
    }

    [Fact]
    public async Task The_next_day_has_a_budget_of_its_own_and_begins_when_it_was_said()
    {
        await using var catalog = await TestCatalog.CreateAsync(dynalite, (BudgetOptions.NewImagesPerDaySetting, "1"));
        await catalog.Budget.TakeAsync(owner: null, Token);
        var spent = Assert.IsType<BudgetOutcome.Spent>(await catalog.Budget.TakeAsync(owner: null, Token));
        Assert.Equal(TimeSpan.Zero, spent.OpensAt.TimeOfDay);

        catalog.Clock.Advance(spent.OpensAt - catalog.Clock.GetUtcNow());

        Assert.IsType<BudgetOutcome.Taken>(await catalog.Budget.TakeAsync(owner: null, Token));
    }

    [Fact]
    public async Task One_owner_gets_a_tenth_and_leaves_the_others_theirs()
    {
        await using var catalog = await TestCatalog.CreateAsync(dynalite, (BudgetOptions.NewImagesPerDaySetting, "20"));
        await catalog.Budget.TakeAsync("greedy", Token);
        await catalog.Budget.TakeAsync("greedy", Token);

        var refused = Assert.IsType<BudgetOutcome.Spent>(await catalog.Budget.TakeAsync("greedy", Token));

        Assert.True(refused.ByOneOwner);
        Assert.IsType<BudgetOutcome.Taken>(await catalog.Budget.TakeAsync("modest", Token));
    }

    [Fact]
    public async Task Without_a_number_nothing_is_counted()
    {
        await using var catalog = await TestCatalog.CreateAsync(dynalite);

        Assert.Equal(new BudgetOutcome.Taken(0), await catalog.Budget.TakeAsync("anybody", Token));

        Assert.Empty(await catalog.ItemsAsync());
    }

    [Fact]
    public async Task What_was_counted_goes_by_itself()
    {
        await using var catalog = await TestCatalog.CreateAsync(dynalite, (BudgetOptions.NewImagesPerDaySetting, "20"));
        await catalog.Budget.TakeAsync("anybody", Token);

        Assert.All(await catalog.ItemsAsync(), item => Assert.True(item.ContainsKey(ImageItem.ExpiresAt)));
    }
}
