namespace Iris.Tests.Integration.Deployment;

/// <summary>
/// `aspire deploy` and its kin: the real CLI and the real AppHost, on an account of loopback. Packages and site are made elsewhere, as in a
/// pipeline.
/// </summary>
public sealed class DeploymentPipelineTests
{
    [Fact]
    public async Task A_release_lives_and_goes_by_the_commands_of_aspire()
    {
        await using var account = await Account.OpenAsync();

        var first = await account.AspireAsync("deploy", "--", "--yes");

        Assert.True(first.Code == 0, first.Told);
        Assert.Contains(account.Site.Url, first.Told, StringComparison.Ordinal);
        Assert.All(
            (string[])["package-functions", "package-site", "plan", "change-stack", "publish-site", "test-release"],
            step => Assert.Contains(step, first.Told, StringComparison.Ordinal));
        Assert.Equal(Account.KeyOf("ImageApi", "a1"), account.Stacks["iris"].Parameters["ImageApiArtifact"]);
        Assert.True(account.Site.Deleted);
        Assert.All(
            (string[])
            [
                $"functions/{Account.FileOf("ImageApi", "a1")}", $"functions/{Account.FileOf("ImageProcessor", "p1")}",
                "site/index.html", "templates/app.yaml",
            ],
            file => Assert.True(account.Has($"output/{file}"), file));

        // Which stack, Aspire remembers.
        account.NamedStack = null;
        account.Package("ImageApi", "a2");
        var difference = await account.AspireAsync("do", "diff");
        Assert.True(difference.Code == 0, difference.Told);
        Assert.Contains("1 resource of the stack changes, not the site", difference.Told, StringComparison.Ordinal);
        Assert.Equal(Account.KeyOf("ImageApi", "a1"), account.Stacks["iris"].Parameters["ImageApiArtifact"]);

        account.Site.Status = "failed";
        var failed = await account.AspireAsync("deploy", "--", "--yes");
        Assert.NotEqual(0, failed.Code);
        Assert.Contains("The smoke test failed: the picture ended as failed", failed.Told, StringComparison.Ordinal);
        Assert.Equal(Account.KeyOf("ImageApi", "a1"), account.Stacks["iris"].Parameters["ImageApiArtifact"]);

        account.Stacks["iris"].Parameters["DomainName"] = "by-hand.example.com";
        var back = await account.AspireAsync("do", "rollback", "--", "--yes");
        Assert.True(back.Code == 0, back.Told);
        Assert.Equal("", account.Stacks["iris"].Parameters["DomainName"]);

        var kept = await account.AspireAsync("destroy", "--yes");
        Assert.NotEqual(0, kept.Code);
        Assert.Contains("Type the stack's name to delete it", kept.Told, StringComparison.Ordinal);
        Assert.NotEqual("DELETE_COMPLETE", account.Stacks["iris"].Status);

        var gone = await account.AspireAsync("destroy", "--yes", "--", "--confirm", "iris");
        Assert.True(gone.Code == 0, gone.Told);
        Assert.Equal("DELETE_COMPLETE", account.Stacks["iris"].Status);
    }

    [Fact]
    public async Task Without_a_yes_and_without_anybody_to_ask_nothing_is_changed()
    {
        await using var account = await Account.OpenAsync();

        var refused = await account.AspireAsync("deploy");

        Assert.NotEqual(0, refused.Code);
        Assert.Contains("Nobody is there to answer: Make these changes to 'iris'?", refused.Told, StringComparison.Ordinal);
        Assert.Empty(account.Stacks["iris"].Executions);
    }
}
