using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Iris.Tests.Integration.Catalog;

namespace Iris.Tests.Integration.ImageApi;

/// <summary>Whose a picture is: the browser's that uploaded it first.</summary>
public abstract class OwnerTests(ApiFixture api) : BrowserContract(api)
{
    [Fact]
    public async Task Details_and_lists_say_mine_to_the_owner_alone()
    {
        var (mine, other) = (await NewBrowserAsync(), await NewBrowserAsync());
        var label = NewName("Mine");
        var id = await MakeReadyAsync(mine, label);

        foreach (var (browser, expected) in ((string?, bool)[])[(mine, true), (other, false), (null, false)])
        {
            Assert.Equal(expected, (await JsonAsync($"/api/images/{id}", browser)).GetProperty("mine").GetBoolean());
            var listed = Assert.Single((await JsonAsync($"/api/images?label={label}", browser)).GetProperty("items").EnumerateArray());
            Assert.Equal(expected, listed.GetProperty("mine").GetBoolean());
        }
    }

    [Fact]
    public async Task Who_has_anothers_answer_does_not_have_their_own()
    {
        var browser = await NewBrowserAsync();
        var id = await MakeReadyAsync(browser);

        using var mine = await SendAsync(HttpMethod.Get, $"/api/images/{id}", browser);
        using var anybodys = await SendAsync(HttpMethod.Get, $"/api/images/{id}", cookie: null);

        Assert.NotEqual(mine.Headers.ETag, anybodys.Headers.ETag);
        Assert.Equal((true, true), (mine.Headers.CacheControl?.Private, mine.Headers.CacheControl?.NoCache));
    }

    [Fact]
    public async Task Only_the_owner_deletes()
    {
        var (mine, other) = (await NewBrowserAsync(), await NewBrowserAsync());
        var id = await MakeReadyAsync(mine);

        using var anothers = await SendAsync(HttpMethod.Delete, $"/api/images/{id}", other);
        using var anybodys = await SendAsync(HttpMethod.Delete, $"/api/images/{id}", cookie: null);
        await ProblemAsync(anothers, HttpStatusCode.Forbidden, "not-yours");
        await ProblemAsync(anybodys, HttpStatusCode.Forbidden, "not-yours");
        Assert.Equal("ready", (await GetAsync($"/api/images/{id}")).GetProperty("status").GetString());

        using var own = await SendAsync(HttpMethod.Delete, $"/api/images/{id}", mine);
        using var gone = await SendAsync(HttpMethod.Delete, $"/api/images/{id}", other);
        Assert.Equal((HttpStatusCode.NoContent, HttpStatusCode.NoContent), (own.StatusCode, gone.StatusCode));
    }

    [Fact]
    public async Task Only_the_owner_retries()
    {
        var (mine, other) = (await NewBrowserAsync(), await NewBrowserAsync());
        var id = await AnnounceAsync(NewBytes(), mine);
        await FailAsync(await ClaimAsync(id));

        using var anothers = await SendAsync(HttpMethod.Post, $"/api/images/{id}/retry", other);
        await ProblemAsync(anothers, HttpStatusCode.Forbidden, "not-yours");
        Assert.Equal("failed", (await GetAsync($"/api/images/{id}")).GetProperty("status").GetString());

        using var own = await SendAsync(HttpMethod.Post, $"/api/images/{id}/retry", mine);
        Assert.Equal(HttpStatusCode.Accepted, own.StatusCode);
        Assert.True((await own.Content.ReadFromJsonAsync<JsonElement>(Token)).GetProperty("mine").GetBoolean());
    }

    [Fact]
    public async Task What_nobody_owns_nobody_deletes_or_retries()
    {
        var announcement = Samples.Image(NewName("seed"));
        await Api.Images.AnnounceAsync(announcement, Token);
        var address = $"/api/images/{announcement.Id}";
        await FailAsync(await ClaimAsync($"{announcement.Id}"));

        using var deleted = await SendAsync(HttpMethod.Delete, address, cookie: null);
        using var retried = await SendAsync(HttpMethod.Post, $"{address}/retry", await NewBrowserAsync());

        await ProblemAsync(deleted, HttpStatusCode.Forbidden, "not-yours");
        await ProblemAsync(retried, HttpStatusCode.Forbidden, "not-yours");
    }

    [Fact]
    public async Task A_second_upload_of_known_bytes_gives_nothing_to_own()
    {
        var (mine, other) = (await NewBrowserAsync(), await NewBrowserAsync());
        var bytes = NewBytes();
        var id = await AnnounceAsync(bytes, mine);

        foreach (var isReady in (bool[])[false, true])
        {
            using var again = await UploadAsync(bytes, other);
            Assert.False((await again.Content.ReadFromJsonAsync<JsonElement>(Token)).GetProperty("image").GetProperty("mine").GetBoolean());
            using var deleted = await SendAsync(HttpMethod.Delete, $"/api/images/{id}", other);
            await ProblemAsync(deleted, HttpStatusCode.Forbidden, "not-yours");

            if (!isReady)
            {
                await Api.Claims.CompleteAsync(await ClaimAsync(id), Samples.Findings(), Token);
            }
        }
    }
}

[Collection<OnKestrel>]
public sealed class OwnerTestsOnKestrel(KestrelFixture api) : OwnerTests(api);

[Collection<AsALambda>]
public sealed class OwnerTestsAsALambda(LambdaFixture api) : OwnerTests(api);

[Collection<AsABootstrap>]
public sealed class OwnerTestsAsABootstrap(BootstrapFixture api) : OwnerTests(api);
