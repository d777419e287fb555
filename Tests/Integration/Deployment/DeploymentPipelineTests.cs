namespace Iris.Tests.Integration.Deployment;

/// <summary>`aspire deploy` and its kin: the real CLI and the real AppHost, on an account of loopback. Packages and site are made elsewhere, as in a pipeline.</summary>
[Collection(nameof(DeploymentPipelineTests))]
public sealed class DeploymentPipelineTests
{
    [Fact]
    public async Task It_deploys_step_by_step_and_ends_with_the_address_and_the_rest_of_a_releases_life_is_there_too()
    {
        await using var account = await Account.OpenAsync();

        var first = await account.AspireAsync("deploy", "--", "--yes");

        Assert.True(first.Code == 0, first.Told);
        Assert.Contains(account.Site.Url, first.Told, StringComparison.Ordinal);
        Assert.All((string[])["package-functions", "package-site", "plan", "change-stack", "publish-site", "test-release"], step => Assert.Contains(step, first.Told, StringComparison.Ordinal));
        Assert.Equal("functions/ImageApi/a1.zip", account.Stacks["iris"].Parameters["ImageApiArtifact"]);
        Assert.True(account.Site.Deleted);

        account.Package("ImageApi", "a2");
        var difference = await account.AspireAsync("do", "diff");
        Assert.True(difference.Code == 0, difference.Told);
        Assert.Contains("1 resources of the stack change, not the site", difference.Told, StringComparison.Ordinal);

        Assert.True((await account.AspireAsync("deploy", "--", "--yes")) is { Code: 0 });
        var back = await account.AspireAsync("do", "rollback", "--", "--yes");
        Assert.True(back.Code == 0, back.Told);
        Assert.Equal("functions/ImageApi/a1.zip", account.Stacks["iris"].Parameters["ImageApiArtifact"]);

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

    [Fact]
    public async Task A_release_that_fails_its_test_fails_the_step_in_our_words_and_the_one_before_comes_back()
    {
        await using var account = await Account.OpenAsync();
        Assert.True((await account.DeployAsync("--yes")) is { Code: 0 });
        account.Package("ImageProcessor", "p2");
        account.Site.Status = "failed";

        var failed = await account.AspireAsync("deploy", "--", "--yes");

        Assert.NotEqual(0, failed.Code);
        Assert.Contains("The smoke test failed: the picture ended as failed", failed.Told, StringComparison.Ordinal);
        Assert.Equal("functions/ImageProcessor/p1.zip", account.Stacks["iris"].Parameters["ImageProcessorArtifact"]);
    }
}
