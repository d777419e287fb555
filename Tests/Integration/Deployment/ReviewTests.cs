namespace Iris.Tests.Integration.Deployment;

public sealed class ReviewTests
{
    [Fact]
    public async Task The_change_set_that_was_reviewed_is_the_one_that_is_executed()
    {
        await using var account = await ReviewedAsync();
        var reviewed = Assert.Single(account.Stacks["iris"].ChangeSets);
        Assert.StartsWith("review-", reviewed.Key, StringComparison.Ordinal);
        account.Stacks["iris"].KeepsChangeSets = true;

        var ending = await account.DeployAsync("--yes", "--reviewed", account.In("review.json"));

        Assert.True(ending.Code == 0, ending.Told);
        var executed = Assert.Single(account.Stacks["iris"].ChangeSets);
        Assert.Equal((reviewed.Key, true), (executed.Key, executed.Value.IsExecuted));
        Assert.Equal(Account.KeyOf("ImageApi", "a2"), account.Stacks["iris"].Parameters["ImageApiArtifact"]);
    }

    [Fact]
    public async Task One_that_the_stack_has_moved_on_from_is_refused()
    {
        await using var account = await ReviewedAsync();
        var (name, changes) = Assert.Single(account.Stacks["iris"].ChangeSets);
        account.Stacks["iris"].ChangeSets[name] = changes with { IsObsolete = true };

        await IsRefusedAsync(account, "cannot be executed any more (OBSOLETE): 'iris' has changed since.");
    }

    [Fact]
    public async Task One_that_another_deployment_came_before_is_refused()
    {
        await using var account = await ReviewedAsync();
        var other = await account.DeployAsync("--yes");
        Assert.True(other.Code == 0, other.Told);

        await IsRefusedAsync(account, "The change set that was reviewed is gone");
    }

    [Fact]
    public async Task Another_release_than_the_one_that_was_reviewed_is_refused()
    {
        await using var account = await ReviewedAsync();
        account.Package("ImageApi", "a3");
        account.Write("site/index.html", "<p>again</p>");

        await IsRefusedAsync(account, "What is here is not what was reviewed: ImageApi, site differ.");
    }

    /// <summary>Who reviews may write change sets, and nobody has to believe what they say is in them.</summary>
    [Fact]
    public async Task A_change_set_of_another_template_or_of_other_parameters_is_refused()
    {
        await using var account = await ReviewedAsync();
        var (name, changes) = Assert.Single(account.Stacks["iris"].ChangeSets);

        account.Stacks["iris"].ChangeSets[name] = changes with { Body = $"{changes.Body}\n# and an administrator" };
        await IsRefusedAsync(account, "is not of what is here: the template differ");

        account.Stacks["iris"].ChangeSets[name] = changes with { Parameters = new(changes.Parameters) { ["DomainName"] = "elsewhere.example" } };
        await IsRefusedAsync(account, "is not of what is here: DomainName differ");
    }

    [Fact]
    public async Task Nothing_that_was_reviewed_lets_nothing_be_changed()
    {
        await using var account = await Account.OpenAsync();
        await account.DeployAsync("--yes");
        await account.DiffAsync("--review", account.In("review.json"));

        var ending = await account.DeployAsync(
            "--yes", "--reviewed", account.In("review.json"), "--parameter", "DomainName=iris.example");

        Assert.True(ending.Code == 1, ending.Told);
        Assert.Contains("nothing of 'iris' was to change, and now something would", ending.Told, StringComparison.Ordinal);
        Assert.Single(account.Stacks["iris"].Executions, static said => said.ContainsKey("DomainName"));
    }

    [Fact]
    public async Task A_file_that_is_no_review_is_named()
    {
        await using var account = await Account.OpenAsync();

        var ending = await account.DeployAsync("--yes", "--reviewed", account.In("site/index.html"));

        Assert.True(ending.Code == 2, ending.Told);
        Assert.Contains("site/index.html is no review", ending.Told, StringComparison.Ordinal);
    }

    private static async Task<Account> ReviewedAsync()
    {
        var account = await Account.OpenAsync();
        var first = await account.DeployAsync("--yes");
        Assert.True(first.Code == 0, first.Told);
        account.Package("ImageApi", "a2");
        var review = await account.DiffAsync("--review", account.In("review.json"));
        Assert.True(review.Code == 0, review.Told);
        return account;
    }

    private static async Task IsRefusedAsync(Account account, string why)
    {
        var executions = account.Stacks["iris"].Executions.Count;

        var ending = await account.DeployAsync("--yes", "--reviewed", account.In("review.json"));

        Assert.True(ending.Code == 1, ending.Told);
        Assert.Contains(why, ending.Told, StringComparison.Ordinal);
        Assert.Contains("Nothing was changed. Let it be reviewed again.", ending.Told, StringComparison.Ordinal);
        Assert.Equal(executions, account.Stacks["iris"].Executions.Count);
    }
}
