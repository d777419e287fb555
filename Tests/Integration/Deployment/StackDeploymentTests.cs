namespace Iris.Tests.Integration.Deployment;

public sealed class StackDeploymentTests
{
    [Fact]
    public async Task Without_a_yes_and_without_a_terminal_nothing_is_deployed_and_the_next_run_goes_on()
    {
        await using var account = await Account.OpenAsync();

        var refused = await account.DeployAsync();

        Assert.True(refused.Code == 3, refused.Told);
        Assert.Equal(3, refused.Result.GetProperty("exitCode").GetInt32());
        Assert.StartsWith("Nobody is there to answer", refused.Result.GetProperty("error").GetString(), StringComparison.Ordinal);
        Assert.Equal("REVIEW_IN_PROGRESS", account.Stacks["iris"].Status);
        Assert.Empty(account.Stacks["iris"].Executions);

        var ending = await account.DeployAsync("--yes");

        Assert.True(ending.Code == 0, ending.Told);
        Assert.Contains("Deleting the change set ops-", ending.Told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_creation_that_failed_is_deleted_and_begun_again()
    {
        await using var account = await Account.OpenAsync();
        account.Stacks.NextExecutionFails = true;
        var failed = await account.DeployAsync("--yes");
        Assert.True(failed.Code == 1, failed.Told);
        Assert.Contains("the stack 'iris' was not created", failed.Told, StringComparison.Ordinal);
        Assert.DoesNotContain("as it was before", failed.Told, StringComparison.Ordinal);
        Assert.Equal("ROLLBACK_COMPLETE", account.Stacks["iris"].Status);

        var ending = await account.DeployAsync("--yes");

        Assert.True(ending.Code == 0, ending.Told);
        Assert.Equal("UPDATE_COMPLETE", account.Stacks["iris"].Status);
    }

    [Fact]
    public async Task A_change_set_that_was_executed_is_not_of_a_run_that_did_not_end()
    {
        await using var account = await Account.OpenAsync();
        await account.DeployAsync("--yes");
        account.Stacks["iris"].KeepsChangeSets = true;
        account.Package("ImageApi", "a2");
        await account.DeployAsync("--yes");
        account.Package("ImageApi", "a3");

        var ending = await account.DeployAsync("--yes");

        Assert.True(ending.Code == 0, ending.Told);
        Assert.DoesNotContain("Deleting the change set", ending.Told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_operation_that_is_still_going_on_is_followed_to_its_end_first()
    {
        await using var account = await Account.OpenAsync();
        await account.DeployAsync("--yes");
        account.Stacks["iris"].LeaveBusy();
        account.Package("ImageApi", "a2");

        var ending = await account.DeployAsync("--yes");

        Assert.True(ending.Code == 0, ending.Told);
        Assert.Contains("still going on (UPDATE_IN_PROGRESS)", ending.Told, StringComparison.Ordinal);
        Assert.Equal(Account.KeyOf("ImageApi", "a2"), account.Stacks["iris"].Parameters["ImageApiArtifact"]);
    }

    [Fact]
    public async Task Destroying_wants_two_answers_and_empties_the_site_alone()
    {
        await using var account = await Account.OpenAsync();
        await account.DeployAsync("--yes");

        var refused = await account.OpsAsync("destroy", "--stack", "iris", "--yes", "--json");
        Assert.True(refused.Code == 3, refused.Told);
        Assert.NotEqual("DELETE_COMPLETE", account.Stacks["iris"].Status);

        var ending = await account.OpsAsync("destroy", "--stack", "iris", "--yes", "--confirm", "iris", "--json");

        Assert.True(ending.Code == 0, ending.Told);
        Assert.Equal("DELETE_COMPLETE", account.Stacks["iris"].Status);
        Assert.Equal("images", ending.Result.GetProperty("kept").GetProperty("bucket").GetString());
    }
}
