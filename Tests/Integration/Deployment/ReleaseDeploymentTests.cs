namespace Iris.Tests.Integration.Deployment;

/// <summary>`ops deploy` and `ops rollback`, from the change set to the page that visitors see.</summary>
public sealed class ReleaseDeploymentTests
{
    [Fact]
    public async Task The_first_deployment_creates_the_stack_and_then_admits_the_site_that_it_made()
    {
        await using var account = await Account.OpenAsync();

        var ending = await account.DeployAsync("--yes");

        Assert.True(ending.Code == 0, ending.Told);
        var stack = account.Stacks["iris"];
        Assert.Equal(["https://pending.invalid", account.Site.Url], stack.Executions.Select(static it => it["SiteOrigins"]));
        Assert.Equal(Account.KeyOf("ImageApi", "a1"), stack.Parameters["ImageApiArtifact"]);
        Assert.True(stack.IsProtected);
        Assert.Equal("no-cache", await CacheControlAsync(account, "index.html"));
        Assert.Equal("public, max-age=31536000, immutable", await CacheControlAsync(account, "_next/static/1.js"));
        Assert.Equal([0x89, .. "PNG"u8], account.Site.Stored[..4]);
        Assert.True(account.Site.Deleted);
    }

    [Fact]
    public async Task A_second_deployment_touches_what_changed_and_a_third_nothing_and_a_rollback_brings_the_first_back()
    {
        await using var account = await Account.OpenAsync();
        await account.DeployAsync("--yes", "--parameter", "DomainName=iris.example.com");
        account.Package("ImageApi", "a2");
        account.Write("site/index.html", "<p>again</p>");

        var second = await account.DeployAsync("--yes");
        var third = await account.DeployAsync();

        Assert.True(second.Code == 0, second.Told);
        Assert.Equal(["ImageApi"], Touched(second));
        Assert.Equal("iris.example.com", account.Stacks["iris"].Parameters["DomainName"]);
        Assert.Contains($"there already: {Account.KeyOf("ImageProcessor", "p1")}", second.Told, StringComparison.Ordinal);
        Assert.Equal("<p>again</p>", await account.PageAsync());
        Assert.True(third.Code == 0, third.Told);
        Assert.False(third.Result.GetProperty("changed").GetBoolean());

        var back = await account.OpsAsync("rollback", "--stack", "iris", "--yes", "--json");

        Assert.True(back.Code == 0, back.Told);
        Assert.Equal(Account.KeyOf("ImageApi", "a1"), account.Stacks["iris"].Parameters["ImageApiArtifact"]);
        Assert.Equal("<p>first</p>", await account.PageAsync());
    }

    [Fact]
    public async Task Scripts_of_the_release_before_stay_for_pages_that_are_open_and_none_is_purged()
    {
        await using var account = await Account.OpenAsync();
        await account.DeployAsync("--yes");
        await DeployScriptAsync(2);
        Assert.Equal(["_next/static/1.js", "_next/static/2.js", "index.html"], await SiteAsync(account));

        await DeployScriptAsync(3);
        Assert.Equal(["_next/static/2.js", "_next/static/3.js", "index.html"], await SiteAsync(account));

        var back = await account.OpsAsync("rollback", "--stack", "iris", "--yes", "--json");
        Assert.True(back.Code == 0, back.Told);
        Assert.Equal(["_next/static/2.js", "_next/static/3.js", "index.html"], await SiteAsync(account));
        Assert.Equal(["/", "/index.html"], account.Stacks.Invalidated.Distinct());

        async Task DeployScriptAsync(int number)
        {
            account.Remove("site/_next");
            account.Write($"site/_next/static/{number}.js", $"{number}");
            account.Write("site/index.html", $"<p>{number}</p>");
            var ending = await account.DeployAsync("--yes");
            Assert.True(ending.Code == 0, ending.Told);
        }
    }

    [Fact]
    public async Task An_update_that_CloudFormation_takes_back_is_an_error_and_the_site_stays()
    {
        await using var account = await Account.OpenAsync();
        await account.DeployAsync("--yes");
        account.Package("ImageApi", "a2");
        account.Write("site/index.html", "<p>again</p>");
        account.Stacks.NextExecutionFails = true;

        var ending = await account.DeployAsync("--yes");

        Assert.True(ending.Code == 1, ending.Told);
        Assert.Contains("UPDATE_ROLLBACK_COMPLETE, and the stack 'iris' is as it was before", ending.Told, StringComparison.Ordinal);
        Assert.Equal("<p>first</p>", await account.PageAsync());
    }

    [Fact]
    public async Task Where_sign_in_is_on_the_test_uploads_with_a_token_and_without_one_says_aloud_that_it_only_looks()
    {
        await using var account = await Account.OpenAsync();
        account.Site.Token = "secret";

        var looked = await account.DeployAsync("--yes", "--parameter", "OidcIssuer=https://id.example.com");

        Assert.True(looked.Code == 0, looked.Told);
        Assert.Contains("Sign-in is on, and IRIS_TOKEN holds no token", looked.Told, StringComparison.Ordinal);
        Assert.Empty(account.Site.Stored);

        account.Package("ImageApi", "a2");
        account.Token = "secret";
        var tested = await account.DeployAsync("--yes");

        Assert.True(tested.Code == 0, tested.Told);
        Assert.NotEmpty(account.Site.Stored);
    }

    private static string?[] Touched(Ending ending) =>
        [.. ending.Result.GetProperty("changes").EnumerateArray().Select(static it => it.GetProperty("logicalId").GetString())];

    private static async Task<string> CacheControlAsync(Account account, string key) =>
        (await account.Objects.GetObjectMetadataAsync(Account.SiteBucket, key)).Headers.CacheControl;

    private static async Task<string[]> SiteAsync(Account account) =>
        [.. (await account.Objects.ListObjectsV2Async(new() { BucketName = Account.SiteBucket })).S3Objects.Select(static it => it.Key)];
}
