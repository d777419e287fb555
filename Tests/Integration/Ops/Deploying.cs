namespace Iris.Tests.Integration.Ops;

public sealed class Deploying
{
    [Fact]
    public async Task The_first_deployment_creates_the_stack_and_then_admits_the_site_that_it_made()
    {
        await using var account = await Account.OpenAsync();

        var ending = await account.DeployAsync("--yes");

        Assert.True(ending.Code == 0, ending.Told);
        var stack = account.Stacks["iris"];
        Assert.Equal(["https://pending.invalid", account.Site.Url], stack.Executions.Select(static it => it["SiteOrigins"]));
        Assert.Equal("functions/ImageApi/a1.zip", stack.Parameters["ImageApiArtifact"]);
        Assert.True(stack.IsProtected);
        Assert.Equal("no-cache", await CacheControlAsync(account, "index.html"));
        Assert.Equal("public, max-age=31536000, immutable", await CacheControlAsync(account, "_next/static/1.js"));
        Assert.Equal(1, account.Stacks.Invalidations);
        Assert.Equal([0x89, .. "PNG"u8], account.Site.Stored[..4]);
        Assert.True(account.Site.Deleted);
    }

    [Fact]
    public async Task A_second_deployment_touches_what_changed_and_a_third_nothing_and_a_rollback_brings_the_first_back()
    {
        await using var account = await Account.OpenAsync();
        _ = await account.DeployAsync("--yes", "--parameter", "DomainName=iris.example.com");
        account.Package("ImageApi", "a2");
        account.Write("site/index.html", "<p>again</p>");
        account.Write("site/_next/static/2.js", "2");

        var second = await account.DeployAsync("--yes");
        var third = await account.DeployAsync();

        Assert.True(second.Code == 0, second.Told);
        Assert.Equal(["ImageApi"], Touched(second));
        Assert.Equal("iris.example.com", account.Stacks["iris"].Parameters["DomainName"]);
        Assert.Contains("there already: functions/ImageProcessor/p1.zip", second.Told, StringComparison.Ordinal);
        Assert.Equal("<p>again</p>", await PageAsync(account));
        Assert.True(third.Code == 0, third.Told);
        Assert.False(third.Result.GetProperty("changed").GetBoolean());

        var back = await account.OpsAsync("rollback", "--stack", "iris", "--yes", "--json");

        Assert.True(back.Code == 0, back.Told);
        Assert.Equal("functions/ImageApi/a1.zip", account.Stacks["iris"].Parameters["ImageApiArtifact"]);
        Assert.Equal("<p>first</p>", await PageAsync(account));
        Assert.Equal(["_next/static/1.js", "index.html"], await SiteAsync(account));
    }

    [Fact]
    public async Task A_picture_that_does_not_become_ready_brings_the_previous_release_back()
    {
        await using var account = await Account.OpenAsync();
        _ = await account.DeployAsync("--yes");
        account.Package("ImageProcessor", "p2");
        account.Write("site/index.html", "<p>broken</p>");
        account.Site.Status = "failed";

        var ending = await account.DeployAsync("--yes");

        Assert.True(ending.Code == 4, ending.Told);
        Assert.Equal("functions/ImageProcessor/p1.zip", account.Stacks["iris"].Parameters["ImageProcessorArtifact"]);
        Assert.Equal("<p>first</p>", await PageAsync(account));
    }

    [Fact]
    public async Task An_update_that_CloudFormation_takes_back_is_an_error_and_the_site_stays()
    {
        await using var account = await Account.OpenAsync();
        _ = await account.DeployAsync("--yes");
        account.Package("ImageApi", "a2");
        account.Write("site/index.html", "<p>again</p>");
        account.Stacks.NextExecutionFails = true;

        var ending = await account.DeployAsync("--yes");

        Assert.True(ending.Code == 1, ending.Told);
        Assert.Contains("UPDATE_ROLLBACK_COMPLETE", ending.Told, StringComparison.Ordinal);
        Assert.Equal("<p>first</p>", await PageAsync(account));
    }

    private static string?[] Touched(Ending ending) =>
        [.. ending.Result.GetProperty("changes").EnumerateArray().Select(static it => it.GetProperty("logicalId").GetString())];

    private static async Task<string> CacheControlAsync(Account account, string key) =>
        (await account.Objects.GetObjectMetadataAsync(Account.SiteBucket, key)).Headers.CacheControl;

    private static async Task<string[]> SiteAsync(Account account) =>
        [.. (await account.Objects.ListObjectsV2Async(new() { BucketName = Account.SiteBucket })).S3Objects.Select(static it => it.Key)];

    private static async Task<string> PageAsync(Account account)
    {
        using var page = await account.Objects.GetObjectAsync(Account.SiteBucket, "index.html");
        using var reader = new StreamReader(page.ResponseStream);

        return await reader.ReadToEndAsync();
    }
}
