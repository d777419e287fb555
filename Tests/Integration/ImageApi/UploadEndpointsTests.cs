using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Iris.Tests.Support;

namespace Iris.Tests.Integration.ImageApi;

public abstract class UploadEndpointsTests(ApiFixture api) : ApiContract(api)
{
    private const string Zeros = "0000000000000000000000000000000000000000000000000000000000000000";

    [Fact]
    public async Task New_bytes_get_a_ticket_that_S3_honours_once()
    {
        var bytes = NewBytes();
        using var announced = await Visitor.RequestUploadAsync(bytes, "dog.jpg", "image/jpeg", Token);
        Assert.Equal(HttpStatusCode.Created, announced.StatusCode);
        var answer = await announced.Content.ReadFromJsonAsync<JsonElement>(Token);
        var image = answer.GetProperty("image");
        var upload = answer.GetProperty("upload");
        Assert.Equal($"/api/images/{image.GetProperty("id").GetString()}", announced.Headers.Location?.ToString());
        Assert.Equal(
            ("pending", "dog.jpg", 1_000),
            (image.GetProperty("status").GetString(), image.GetProperty("fileName").GetString(), image.GetProperty("size").GetInt32()));
        Assert.Equal("PUT", upload.GetProperty("method").GetString());
        Assert.InRange(upload.GetProperty("expiresAt").GetDateTime() - DateTime.UtcNow, TimeSpan.FromMinutes(4), TimeSpan.FromMinutes(5));

        using var first = await Visitor.PutAsync(upload, bytes, Token);
        using var second = await Visitor.PutAsync(upload, bytes, Token);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.PreconditionFailed), (first.StatusCode, second.StatusCode));
    }

    [Fact]
    public async Task The_id_is_the_beginning_of_the_hash_in_Crockfords_base32()
    {
        var bytes = Encoding.UTF8.GetBytes($"known bytes {Guid.NewGuid()}");
        var bits = string.Concat(SHA256.HashData(bytes).Select(part => part.ToString("b8", null)));
        var expected = string.Concat(
            Enumerable.Range(0, 26).Select(i => "0123456789abcdefghjkmnpqrstvwxyz"[Convert.ToInt32(bits.Substring(i * 5, 5), 2)]));

        Assert.Equal(expected, await Visitor.UploadAsync(bytes, "dog.jpg", "image/jpeg", Token));
    }

    [Fact]
    public async Task Bytes_that_are_waited_for_get_a_ticket_of_their_own_and_what_was_said_of_them_first_stands()
    {
        var bytes = NewBytes();
        using var first = await Visitor.RequestUploadAsync(bytes, "dog.jpg", "image/jpeg", Token);
        using var second = await Visitor.RequestUploadAsync(bytes, "hund.png", "image/png", Token);
        Assert.Equal(HttpStatusCode.Created, second.StatusCode);
        var answer = await second.Content.ReadFromJsonAsync<JsonElement>(Token);

        using var put = await Visitor.PutAsync(answer.GetProperty("upload"), bytes, Token);

        Assert.Equal(HttpStatusCode.OK, put.StatusCode);
        Assert.Equal("image/png", answer.GetProperty("upload").GetProperty("headers").GetProperty("content-type").GetString());
        var image = await GetAsync(first.Headers.Location!.ToString());
        Assert.Equal(
            ("dog.jpg", "image/jpeg"), (image.GetProperty("fileName").GetString(), image.GetProperty("contentType").GetString()));
    }

    [Fact]
    public async Task Another_hash_cannot_have_the_same_id()
    {
        var bytes = NewBytes();
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes));
        await Visitor.UploadAsync(bytes, "dog.jpg", "image/jpeg", Token);

        using var other = await AnnounceAsync(sha256: sha256[..^1] + (sha256[^1] == '0' ? '1' : '0'));

        await ProblemAsync(other, HttpStatusCode.Conflict, "id-taken");
    }

    [Fact]
    public async Task Bytes_that_are_here_need_no_ticket()
    {
        var bytes = NewBytes();
        await Visitor.UploadAsync(bytes, "dog.jpg", "image/jpeg", Token);

        using var again = await Visitor.RequestUploadAsync(bytes, "dog.jpg", "image/jpeg", Token);

        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
        Assert.False((await again.Content.ReadFromJsonAsync<JsonElement>(Token)).TryGetProperty("upload", out _));
    }

    [Theory]
    [InlineData("length")]
    [InlineData("type")]
    [InlineData("hash")]
    [InlineData("key")]
    public async Task A_ticket_is_good_for_nothing_else(string difference)
    {
        var bytes = NewBytes();
        using var announced = await Visitor.RequestUploadAsync(bytes, "dog.jpg", "image/jpeg", Token);
        var upload = (await announced.Content.ReadFromJsonAsync<JsonElement>(Token)).GetProperty("upload").GetRawText();
        var other = JsonDocument.Parse(difference switch
        {
            "type" => upload.Replace("image/jpeg", "image/png", StringComparison.Ordinal),
            "key" => upload.Replace("/uploads/", "/images/", StringComparison.Ordinal),
            _ => upload,
        }).RootElement;
        byte[] body = difference switch
        {
            "length" => [.. bytes, 0],
            "hash" => [.. bytes[..^1], (byte)~bytes[^1]],
            _ => bytes,
        };

        using var put = await Visitor.PutAsync(other, body, Token);

        Assert.Contains(put.StatusCode, (HttpStatusCode[])[HttpStatusCode.Forbidden, HttpStatusCode.BadRequest]);
    }

    [Theory]
    [InlineData("""{"fileName":"","contentType":"image/jpeg","size":1,"sha256":"Z"}""", "fileName")]
    [InlineData("""{"fileName":"a\u0007.jpg","contentType":"image/jpeg","size":1,"sha256":"Z"}""", "fileName")]
    [InlineData("""{"fileName":"a\u202egpj.exe","contentType":"image/jpeg","size":1,"sha256":"Z"}""", "fileName")]
    [InlineData("""{"fileName":"do\u200bg.jpg","contentType":"image/jpeg","size":1,"sha256":"Z"}""", "fileName")]
    [InlineData("""{"fileName":"a\ud800.jpg","contentType":"image/jpeg","size":1,"sha256":"Z"}""", "fileName")]
    [InlineData("""{"contentType":"image/jpeg","size":1,"sha256":"Z"}""", "fileName")]
    [InlineData("""{"fileName":"a.jpg","contentType":"","size":1,"sha256":"Z"}""", "contentType")]
    [InlineData("""{"fileName":"a.jpg","contentType":"image/jpeg","size":0,"sha256":"Z"}""", "size")]
    [InlineData("""{"fileName":"a.jpg","contentType":"image/jpeg","size":-5,"sha256":"Z"}""", "size")]
    [InlineData("""{"fileName":"a.jpg","contentType":"image/jpeg","size":1.5,"sha256":"Z"}""", "size")]
    [InlineData("""{"fileName":"a.jpg","contentType":"image/jpeg","size":"1","sha256":"Z"}""", "size")]
    [InlineData("""{"fileName":"a.jpg","contentType":"image/jpeg","size":99999999999999999999,"sha256":"Z"}""", "size")]
    [InlineData("""{"fileName":"a.jpg","contentType":"image/jpeg","size":1,"sha256":"abc"}""", "sha256")]
    [InlineData("""{"fileName":["a.jpg"],"contentType":"image/jpeg","size":1,"sha256":"Z"}""", "fileName")]
    [InlineData("""{"fileName":1}""", "fileName")]
    [InlineData("""{}""", "fileName", "contentType", "size", "sha256")]
    [InlineData("""[]""", "body")]
    [InlineData("""null""", "body")]
    [InlineData("""{"fileName":""", "fileName")]
    [InlineData("", "body")]
    public async Task What_is_wrong_is_named(string body, params string[] fields)
    {
        using var content = new StringContent(
            body.Replace("\"Z\"", $"\"{Zeros}\"", StringComparison.Ordinal), Encoding.UTF8, "application/json");
        using var response = await Client.PostAsync("/api/uploads", content, Token);

        await InvalidAsync(response, fields);
    }

    [Fact]
    public async Task A_name_of_255_characters_is_the_longest()
    {
        using var longest = await AnnounceAsync(fileName: new string('n', 255));
        using var longer = await AnnounceAsync(fileName: new string('n', 256));

        Assert.Equal(HttpStatusCode.Created, longest.StatusCode);
        await InvalidAsync(longer, "fileName");
    }

    [Fact]
    public async Task Five_mebibytes_are_the_most()
    {
        using var largest = await AnnounceAsync(size: 5_242_880);
        using var larger = await AnnounceAsync(size: 5_242_881);

        Assert.Equal(HttpStatusCode.Created, largest.StatusCode);
        await ProblemAsync(larger, HttpStatusCode.RequestEntityTooLarge, "file-too-large");
    }

    [Theory]
    [InlineData("image/jpeg", "image/jpeg")]
    [InlineData("image/png", "image/png")]
    [InlineData("image/webp", "image/webp")]
    [InlineData("image/gif", "image/gif")]
    [InlineData("image/avif", "image/avif")]
    [InlineData("image/jpg", "image/jpeg")]
    [InlineData("IMAGE/JPEG", "image/jpeg")]
    [InlineData("Image/JPG", "image/jpeg")]
    [InlineData("image/jpeg; charset=utf-8", "image/jpeg")]
    [InlineData(" image/avif ;codecs=\"av01.0.04M.08\"", "image/avif")]
    [InlineData("image/svg+xml", null)]
    [InlineData("image/tiff", null)]
    [InlineData("application/pdf", null)]
    [InlineData("image/jpegs", null)]
    [InlineData("image/jp g", null)]
    [InlineData("; image/jpeg", null)]
    [InlineData("jpeg", null)]
    public async Task Five_media_types_are_accepted_however_they_are_written(string contentType, string? accepted)
    {
        using var response = await AnnounceAsync(contentType: contentType);

        if (accepted is not null)
        {
            Assert.Equal(HttpStatusCode.Created, response.StatusCode);
            var answer = await response.Content.ReadFromJsonAsync<JsonElement>(Token);
            Assert.Equal(accepted, answer.GetProperty("image").GetProperty("contentType").GetString());
            Assert.Equal(accepted, answer.GetProperty("upload").GetProperty("headers").GetProperty("content-type").GetString());
        }
        else
        {
            await ProblemAsync(response, HttpStatusCode.UnsupportedMediaType, "unsupported-media-type");
        }
    }

    [Fact]
    public async Task A_body_that_is_not_declared_as_JSON_is_refused()
    {
        using var content = new StringContent("{}", Encoding.UTF8, "text/plain");
        using var response = await Client.PostAsync("/api/uploads", content, Token);

        await ProblemAsync(response, HttpStatusCode.UnsupportedMediaType, "unsupported-media-type");
    }

    [Fact]
    public async Task A_request_of_more_than_16_kB_is_refused()
    {
        using var content = new StringContent(new string(' ', 17_000) + "{}", Encoding.UTF8, "application/json");
        using var response = await Client.PostAsync("/api/uploads", content, Token);

        await ProblemAsync(response, HttpStatusCode.RequestEntityTooLarge, "content-too-large");
    }

    private Task<HttpResponseMessage> AnnounceAsync(
        string fileName = "dog.jpg", string contentType = "image/jpeg", long size = 1_000, string? sha256 = null)
    {
        sha256 ??= Convert.ToHexString(RandomNumberGenerator.GetBytes(32));
        return Client.PostAsJsonAsync("/api/uploads", new { fileName, contentType, size, sha256 }, Token);
    }
}

[Collection<OnKestrel>]
public sealed class UploadEndpointsTestsOnKestrel(KestrelFixture api) : UploadEndpointsTests(api);

[Collection<AsALambda>]
public sealed class UploadEndpointsTestsAsALambda(LambdaFixture api) : UploadEndpointsTests(api);

[Collection<AsABootstrap>]
public sealed class UploadEndpointsTestsAsABootstrap(BootstrapFixture api) : UploadEndpointsTests(api);
