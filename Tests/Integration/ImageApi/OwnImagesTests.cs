namespace Iris.Tests.Integration.ImageApi;

/// <summary>The list of one's own.</summary>
public abstract class OwnImagesTests(ApiFixture api) : BrowserContract(api)
{
    [Fact]
    public async Task Ones_own_are_listed_page_by_page_newest_first_and_nobody_elses()
    {
        var (mine, other) = (await NewBrowserAsync(), await NewBrowserAsync());
        var (first, second) = (await MakeReadyAsync(mine), await MakeReadyAsync(mine));
        await MakeReadyAsync(other);

        var page = await JsonAsync("/api/images?owner=me&limit=1", mine);
        var cursor = page.GetProperty("nextCursor").GetString();
        var next = await JsonAsync($"/api/images?owner=me&limit=1&cursor={cursor}", mine);

        Assert.Equal([second], Ids(page));
        Assert.Equal([second], Ids(await JsonAsync("/api/me/images?owner=me&limit=1", mine)));
        Assert.True((await JsonAsync($"/api/me/images/{second}", mine)).GetProperty("mine").GetBoolean());
        Assert.Equal([first], Ids(next));
        Assert.Null(next.GetProperty("nextCursor").GetString());
        Assert.Empty(Ids(await JsonAsync("/api/images?owner=me", cookie: null)));
    }

    [Fact]
    public async Task Ones_own_are_listed_by_label_too()
    {
        var browser = await NewBrowserAsync();
        var (dog, cat) = (NewName("Dog"), NewName("Cat"));
        var both = await MakeReadyAsync(browser, dog, cat);
        var one = await MakeReadyAsync(browser, dog);
        await MakeReadyAsync(await NewBrowserAsync(), dog, cat);

        Assert.Equal([one, both], Ids(await JsonAsync($"/api/images?owner=me&label={dog.ToUpperInvariant()}", browser)));
        Assert.Equal([both], Ids(await JsonAsync($"/api/images?owner=me&label={dog}&label={cat}&limit=1", browser)));
    }

    [Fact]
    public async Task A_cursor_is_its_owners()
    {
        var (mine, other) = (await NewBrowserAsync(), await NewBrowserAsync());
        await MakeReadyAsync(mine);
        await MakeReadyAsync(mine);
        var cursor = (await JsonAsync("/api/images?owner=me&limit=1", mine)).GetProperty("nextCursor").GetString();

        foreach (var browser in (string?[])[other, null])
        {
            using var carried = await SendAsync(HttpMethod.Get, $"/api/images?owner=me&cursor={cursor}", browser);
            await InvalidAsync(carried, "cursor");
        }

        using var toAll = await SendAsync(HttpMethod.Get, $"/api/images?cursor={cursor}", mine);
        await InvalidAsync(toAll, "cursor");
    }

    [Theory]
    [InlineData("you")]
    [InlineData("")]
    [InlineData("ME")]
    [InlineData("me&owner=me")]
    public async Task Nobody_elses_are_listed(string owner)
    {
        using var response = await SendAsync(HttpMethod.Get, $"/api/images?owner={owner}", await NewBrowserAsync());

        await InvalidAsync(response, "owner");
    }
}

[Collection<OnKestrel>]
public sealed class OwnImagesTestsOnKestrel(KestrelFixture api) : OwnImagesTests(api);

[Collection<AsALambda>]
public sealed class OwnImagesTestsAsALambda(LambdaFixture api) : OwnImagesTests(api);

[Collection<AsABootstrap>]
public sealed class OwnImagesTestsAsABootstrap(BootstrapFixture api) : OwnImagesTests(api);
