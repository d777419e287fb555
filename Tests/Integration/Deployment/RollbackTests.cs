namespace Iris.Tests.Integration.Deployment;

/// <summary>What comes back, by `ops rollback` or by itself, and what does not.</summary>
public sealed class RollbackTests
{
    [Fact]
    public async Task What_is_not_what_its_name_says_is_neither_deployed_nor_gone_back_to()
    {
        await using var account = await Account.OpenAsync();
        await account.DeployAsync("--yes");
        account.Package("ImageApi", "a2");
        await account.DeployAsync("--yes");
        var (stack, executions) = (account.Stacks["iris"], account.Stacks["iris"].Executions.Count);
        var templates = await account.Objects.ListObjectsV2Async(
            new() { BucketName = Account.Artifacts, Prefix = "templates/" }, TestContext.Current.CancellationToken);
        var template = Assert.Single(templates.S3Objects).Key;
        await ReplaceAsync(template);

        var forward = await account.DeployAsync("--yes", "--parameter", "DomainName=iris.example.com");
        var back = await account.OpsAsync("rollback", "--stack", "iris", "--yes", "--json");

        Assert.All((Ending[])[forward, back], ending =>
        {
            Assert.True(ending.Code == 1, ending.Told);
            Assert.Contains($"s3://{Account.Artifacts}/{template} is not what its name says", ending.Told, StringComparison.Ordinal);
        });
        Assert.Equal(executions, stack.Executions.Count);

        Task ReplaceAsync(string key) => account.Objects.PutObjectAsync(
            new() { BucketName = Account.Artifacts, Key = key, ContentBody = "Resources: {}" }, TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task A_picture_that_does_not_become_ready_brings_the_previous_release_back_with_its_parameters()
    {
        await using var account = await Account.OpenAsync();
        await account.DeployAsync("--yes");
        account.Package("ImageProcessor", "p2");
        account.Write("site/index.html", "<p>broken</p>");
        account.Site.Status = "failed";

        var ending = await account.DeployAsync("--yes", "--parameter", "DomainName=wrong.example.com");

        Assert.True(ending.Code == 4, ending.Told);
        Assert.Contains("is back in place", ending.Result.GetProperty("error").GetString(), StringComparison.Ordinal);
        Assert.Equal((Account.KeyOf("ImageProcessor", "p1"), ""), (account.Stacks["iris"].Parameters["ImageProcessorArtifact"], account.Stacks["iris"].Parameters["DomainName"]));
        Assert.Equal("<p>first</p>", await account.PageAsync());

        account.Site.Status = "ready";
        var again = await account.DeployAsync("--yes", "--parameter", "DomainName=right.example.com");

        Assert.True(again.Result.GetProperty("changed").GetBoolean(), again.Told);
        Assert.Equal("right.example.com", account.Stacks["iris"].Parameters["DomainName"]);
    }

    [Fact]
    public async Task A_rollback_after_a_deployment_that_did_not_end_goes_to_the_release_that_was_deployed_last()
    {
        await using var account = await Account.OpenAsync();
        await account.DeployAsync("--yes");
        await DeployAsync("a2", "<p>second</p>");
        account.Stacks.InvalidationsFail = true;
        Assert.Equal(1, (await DeployAsync("a3", "<p>third</p>")).Code);
        account.Stacks.InvalidationsFail = false;

        var back = await account.OpsAsync("rollback", "--stack", "iris", "--yes", "--json");

        Assert.True(back.Code == 0, back.Told);
        Assert.Equal(Account.KeyOf("ImageApi", "a2"), account.Stacks["iris"].Parameters["ImageApiArtifact"]);
        Assert.Equal("<p>second</p>", await account.PageAsync());

        Task<Ending> DeployAsync(string function, string page)
        {
            account.Package("ImageApi", function);
            account.Write("site/index.html", page);
            return account.DeployAsync("--yes");
        }
    }

    [Fact]
    public async Task A_rollback_of_a_stack_that_was_changed_by_hand_undoes_that_first()
    {
        await using var account = await Account.OpenAsync();
        await account.DeployAsync("--yes");
        account.Package("ImageApi", "a2");
        await account.DeployAsync("--yes");
        account.Stacks["iris"].Parameters["DomainName"] = "by-hand.example.com";

        var back = await account.OpsAsync("rollback", "--stack", "iris", "--yes", "--json");

        Assert.True(back.Code == 0, back.Told);
        Assert.Equal(("", Account.KeyOf("ImageApi", "a2")), (account.Stacks["iris"].Parameters["DomainName"], account.Stacks["iris"].Parameters["ImageApiArtifact"]));
    }
}
