namespace Iris.Tests.Integration.Deployment;

/// <summary>A deployment to an account where nothing has ever been deployed.</summary>
public sealed class BootstrapTests
{
    [Fact]
    public async Task The_bootstrap_stack_is_created_before_everything_else_by_whoever_says_yes()
    {
        await using var account = await Account.OpenAsync(isNew: true);

        var refused = await account.DeployAsync("--github", "owner/iris");

        Assert.True(refused.Code == 3, refused.Told);
        Assert.Matches(@"Add\W+ArtifactBucket", refused.Told);
        Assert.Contains("Create 'iris-bootstrap'?", refused.Told, StringComparison.Ordinal);
        Assert.Empty(account.Stacks["iris-bootstrap"].Executions);
        Assert.False(account.Stacks.Has("iris"));

        var ending = await account.DeployAsync("--github", "owner/iris", "--yes");

        Assert.True(ending.Code == 0, ending.Told);
        var bootstrap = account.Stacks["iris-bootstrap"];
        Assert.Equal(new() { ["StackName"] = "iris", ["GitHubRepository"] = "owner/iris" }, Assert.Single(bootstrap.Executions));
        Assert.Equal("CREATE_COMPLETE", bootstrap.Status);
        Assert.True(bootstrap.IsProtected);
        Assert.Equal(Account.Artifacts, account.Stacks["iris"].Parameters["ArtifactBucket"]);
    }

    [Theory]
    [InlineData(200, """{ "protection_rules": [{ "type": "branch_policy" }] }""", "has no required reviewers")]
    [InlineData(200, """{ "protection_rules": [{ "type": "required_reviewers", "reviewers": [] }] }""", "has no required reviewers")]
    [InlineData(404, """{ "message": "Not Found" }""", "has no environment 'production'")]
    public async Task A_repository_whose_deployments_nobody_reviews_is_refused(int status, string environment, string complaint)
    {
        await using var account = await Account.OpenAsync(isNew: true);
        await using var github = await GitHub.StartAsync(status, environment);
        account.GitHub = github;

        var ending = await account.DeployAsync("--github", "owner/iris", "--yes");

        Assert.True(ending.Code == 2, ending.Told);
        Assert.Contains(complaint, ending.Told, StringComparison.Ordinal);
        Assert.Contains("https://github.com/owner/iris/settings/environments", ending.Told, StringComparison.Ordinal);
        Assert.False(account.Stacks.Has("iris-bootstrap"));
    }

    [Theory]
    [InlineData(200, """{ "protection_rules": [{ "type": "required_reviewers", "reviewers": [{ "type": "User" }] }] }""", false)]
    [InlineData(500, "{}", true)]
    [InlineData(null, null, true)]
    public async Task One_whose_deployments_are_reviewed_is_set_up_and_where_GitHub_is_silent_it_is_said_how_to_look(
        int? status, string? environment, bool tells)
    {
        await using var account = await Account.OpenAsync(isNew: true);
        await using var github = status is null ? null : await GitHub.StartAsync(status.Value, environment!);
        account.GitHub = github;

        var ending = await account.DeployAsync("--github", "owner/iris", "--yes");

        Assert.True(ending.Code == 0, ending.Told);
        Assert.Equal(tells, ending.Told.Contains("https://github.com/owner/iris/settings/environments", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("packages", "has to hold one zip of ImageApi")]
    [InlineData("site", "holds no index.html")]
    public async Task Without_packages_or_site_nothing_is_created(string missing, string complaint)
    {
        await using var account = await Account.OpenAsync(isNew: true);
        account.Remove(missing);

        var ending = await account.DeployAsync("--github", "owner/iris", "--yes");

        Assert.True(ending.Code == 2, ending.Told);
        Assert.Contains(complaint, ending.Told, StringComparison.Ordinal);
        Assert.False(account.Stacks.Has("iris-bootstrap"));
    }
}
