using System.IO.Compression;
using System.Text.Json;

namespace Iris.Tests.Integration.ImageApi;

public abstract class ListImagesTests(ApiFixture api) : ApiContract(api)
{
    [Fact]
    public async Task Pages_hold_each_image_once_and_the_newest_first()
    {
        var made = new List<string>();

        for (var i = 0; i < 7; i++)
        {
            made.Add(await MakeReadyAsync());
        }

        var listed = await ListAllAsync("/api/images?limit=3");

        made.Reverse();
        Assert.Equal(made, listed.Take(7));
        Assert.Equal(listed.Count, listed.Distinct().Count());
    }

    [Fact]
    public async Task Labels_narrow_the_list_to_images_that_show_all_of_them_in_whatever_case()
    {
        var (animal, wild) = (NewName("Animal"), NewName("Wild"));
        var both = new List<string>();

        for (var i = 0; i < 5; i++)
        {
            await MakeReadyAsync(animal);
            both.Add(await MakeReadyAsync(animal, wild));
            await MakeReadyAsync(wild);
        }

        both.Reverse();
        Assert.Equal(both, await ListAllAsync($"/api/images?limit=2&label={animal}&label={wild}"));
        Assert.Equal(both, await ListAllAsync($"/api/images?label={wild.ToUpperInvariant()}&label={animal.ToLowerInvariant()}"));
        Assert.Equal(10, (await ListAllAsync($"/api/images?limit=4&label={animal}")).Count);
    }

    [Fact]
    public async Task The_gallery_shows_what_is_processed_and_not_what_is_only_announced()
    {
        var announced = await Visitor.UploadAsync(NewBytes(), "dog.jpg", "image/jpeg", Token);
        var (processing, _) = await ClaimNewAsync();

        var listed = await ListAllAsync("/api/images");

        Assert.Contains(processing, listed);
        Assert.DoesNotContain(announced, listed);
    }

    [Theory]
    [InlineData("br, gzip", "br")]
    [InlineData("gzip", "gzip")]
    [InlineData("identity", null)]
    public async Task A_page_is_compressed_for_whoever_can_read_that(string accepted, string? encoding)
    {
        var label = NewName("Label");
        var id = await MakeReadyAsync(label);
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/images?label={label}")
        {
            Headers = { { "Accept-Encoding", accepted } },
        };

        using var response = await Client.SendAsync(request, Token);

        Assert.Equal(encoding, response.Content.Headers.ContentEncoding.SingleOrDefault());
        Assert.Equal(id, await FirstIdOfAsync(response.Content, encoding));
    }

    [Theory]
    [InlineData("limit=0", "limit")]
    [InlineData("limit=-1", "limit")]
    [InlineData("limit=101", "limit")]
    [InlineData("limit=1000000000", "limit")]
    [InlineData("limit=10000000000", "limit")]
    [InlineData("limit=ten", "limit")]
    [InlineData("cursor=unknown", "cursor")]
    [InlineData("cursor=", "cursor")]
    [InlineData("cursor=%00", "cursor")]
    [InlineData("label=", "label")]
    [InlineData("label=a&label=b&label=c&label=d&label=e&label=f", "label")]
    [InlineData("label=%07", "label")]
    [InlineData("limit=0&cursor=unknown", "limit", "cursor")]
    public async Task What_is_wrong_with_the_query_is_named(string query, params string[] fields)
    {
        using var response = await Client.GetAsync($"/api/images?{query}", Token);

        await InvalidAsync(response, fields);
    }

    [Fact]
    public async Task A_cursor_is_good_for_the_list_that_gave_it_out_and_only_as_it_is()
    {
        var label = NewName("Label");
        await MakeReadyAsync(label);
        await MakeReadyAsync(label);
        var cursor = (await GetAsync("/api/images?limit=1")).GetProperty("nextCursor").GetString()!;

        using var elsewhere = await Client.GetAsync($"/api/images?label={label}&cursor={cursor}", Token);
        using var changed = await Client.GetAsync($"/api/images?cursor={(cursor[0] == 'A' ? 'B' : 'A')}{cursor[1..]}", Token);

        await InvalidAsync(elsewhere, "cursor");
        await InvalidAsync(changed, "cursor");
    }

    private static async Task<string?> FirstIdOfAsync(HttpContent content, string? encoding)
    {
        var body = await content.ReadAsStreamAsync(Token);
        await using var plain = encoding switch
        {
            "br" => new BrotliStream(body, CompressionMode.Decompress),
            "gzip" => new GZipStream(body, CompressionMode.Decompress),
            _ => body,
        };
        using var page = await JsonDocument.ParseAsync(plain, default, Token);
        return page.RootElement.GetProperty("items")[0].GetProperty("id").GetString();
    }

    private async Task<List<string>> ListAllAsync(string path)
    {
        List<string> ids = [];
        JsonElement page;

        for (var next = path; next is not null; next = NextOf(page) is { } cursor ? $"{path}{(path.Contains('?') ? '&' : '?')}cursor={cursor}" : null)
        {
            page = await GetAsync(next);
            ids.AddRange(page.GetProperty("items").EnumerateArray().Select(image => image.GetProperty("id").GetString()!));
        }

        return ids;

        static string? NextOf(JsonElement page) => page.GetProperty("nextCursor").GetString();
    }
}

[Collection<OnKestrel>]
public sealed class ListImagesTestsOnKestrel(KestrelFixture api) : ListImagesTests(api);

[Collection<AsALambda>]
public sealed class ListImagesTestsAsALambda(LambdaFixture api) : ListImagesTests(api);

[Collection<AsABootstrap>]
public sealed class ListImagesTestsAsABootstrap(BootstrapFixture api) : ListImagesTests(api);
