using System.Net;
using System.Net.Http.Headers;
using Amazon.S3;
using Amazon.S3.Model;
using Iris.Tests.Support.S3;
using Microsoft.AspNetCore.Http;

namespace LocalAws.Tests.CloudFront;

public sealed class ImagesOriginTests : IAsyncLifetime
{
    private const string Bucket = "iris-images";
    private const string Path = "/images/3zf0k8t5v1m7q2w9x4y6a0b1c2/300.webp";
    private const string Original = "the original, which nobody sees";

    private readonly LocalS3 _s3 = new();
    private AmazonS3Client _client = null!;
    private CloudFrontHost _cloudFront = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Ways from images/ to uploads/ that some reader of paths might take.</summary>
    public static TheoryData<string> Detours =>
    [
        "/uploads/a",
        "/images/../uploads/a",
        "/images/..%2fuploads/a",
        "/images/%2e%2e/uploads/a",
        "/images/%2e%2e%2fuploads%2fa",
        "/images/..%252fuploads/a",
        "/images/%252e%252e/uploads/a",
        @"/images/..\uploads\a",
        "/images/..%5cuploads%5ca",
        "/images/x/../../uploads/a",
        "/images//../uploads/a",
        "/images/..;/uploads/a",
        "/images/%c0%ae%c0%ae/uploads/a",
        "/images%2f..%2fuploads/a",
        "//uploads/a",
        "/images/../../iris-images/uploads/a",
        "http://localhost/images/../uploads/a",
        "/images/?prefix=uploads/",
        "/images/a?/../uploads/a",
        "/images/a#/../uploads/a",
    ];

    public async ValueTask InitializeAsync()
    {
        await _s3.InitializeAsync();
        _client = _s3.CreateClient();
        await _client.PutBucketAsync(Bucket, Cancellation);
        await PutAsync(Path[1..], "a small picture", "image/webp", "public, max-age=86400, immutable");
        await PutAsync("uploads/a", Original, "image/jpeg", cacheControl: null);
        _cloudFront = await CloudFrontHost.StartAsync(images: _s3.Endpoint);
    }

    [Fact]
    public async Task A_bucket_that_is_not_on_this_machine_is_reached_by_the_users_proxy()
    {
        await using var proxy = await StubOrigin.StartAsync("by proxy");
        var usual = HttpClient.DefaultProxy;
        try
        {
            HttpClient.DefaultProxy = new WebProxy(proxy.Address, BypassOnLocal: true);
            await using var cloudFront = await CloudFrontHost.StartAsync(images: new Uri("http://s3.us-east-1.example.test"));

            Assert.Equal("by proxy", await cloudFront.Client().GetStringAsync(Path, Cancellation));
        }
        finally
        {
            HttpClient.DefaultProxy = usual;
        }
    }

    [Fact]
    public async Task A_derivative_comes_with_the_type_and_the_cache_control_that_it_was_stored_with()
    {
        using var response = await _cloudFront.Client().GetAsync(Path, Cancellation);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("a small picture", await response.Content.ReadAsStringAsync(Cancellation));
        Assert.Equal("image/webp", response.Content.Headers.ContentType?.ToString());
        Assert.Equal(CacheControlHeaderValue.Parse("public, max-age=86400, immutable"), response.Headers.CacheControl);
        Assert.NotNull(response.Headers.ETag);
        Assert.DoesNotContain(response.Headers, header => header.Key.StartsWith("x-amz-", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task It_needs_CloudFront_s_signature()
    {
        using var anonymous = new HttpClient { BaseAddress = _s3.Endpoint };

        Assert.Equal(HttpStatusCode.Forbidden, (await anonymous.GetAsync($"/{Bucket}{Path}", Cancellation)).StatusCode);
    }

    [Fact]
    public async Task A_wrong_key_of_CloudFront_shows_the_viewer_nothing_of_S3_s_answer()
    {
        await using var cloudFront = await CloudFrontHost.StartAsync(images: _s3.Endpoint, settings: ("AWS_SECRET_ACCESS_KEY", "wrong"));

        await AssertNothingIsThere(await cloudFront.Client().GetAsync(Path, Cancellation));
    }

    [Theory]
    [InlineData("/images/nothing/300.webp")]
    [InlineData("/images/")]
    [InlineData("/images/a%20b+c/300.webp")]
    public async Task A_missing_object_is_a_page_that_does_not_exist(string path) =>
        await AssertNothingIsThere(await _cloudFront.Client().GetAsync(path, Cancellation));

    [Fact]
    public async Task An_object_that_was_not_there_is_there_for_the_next_who_asks()
    {
        const string Outcome = "/images/3zf0k8t5v1m7q2w9x4y6a0b1c2/outcome.json";
        using var early = await _cloudFront.Client().GetAsync(Outcome, Cancellation);
        await PutAsync(Outcome[1..], "{}", "application/json", "no-cache");

        using var late = await _cloudFront.Client().GetAsync(Outcome, Cancellation);

        Assert.Equal((HttpStatusCode.NotFound, true), (early.StatusCode, early.Headers.CacheControl?.NoStore));
        Assert.Equal((HttpStatusCode.OK, true), (late.StatusCode, late.Headers.CacheControl?.NoCache));
    }

    [Theory]
    [InlineData("a b+c&d=é~'()!*")]
    [InlineData("%")]
    public async Task A_key_with_characters_that_have_to_be_encoded_is_signed_as_S3_reads_it(string name)
    {
        await PutAsync($"images/{name}", "odd", "image/webp", cacheControl: null);

        using var response = await _cloudFront.Client().GetAsync($"/images/{Uri.EscapeDataString(name)}", Cancellation);

        // An encoded percent sign has two readings and does not pass; nothing that the processor writes has one.
        Assert.Equal(name == "%" ? HttpStatusCode.NotFound : HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task Ranges_and_conditions_go_through()
    {
        using var whole = await _cloudFront.Client().GetAsync(Path, Cancellation);
        using var range = await SendAsync(request => request.Headers.Range = new(2, 6));
        using var beyond = await SendAsync(request => request.Headers.Range = new(1000, null));
        using var known = await SendAsync(request => request.Headers.IfNoneMatch.Add(whole.Headers.ETag!));
        using var head = await SendAsync(request => request.Method = HttpMethod.Head);

        Assert.Equal(HttpStatusCode.PartialContent, range.StatusCode);
        Assert.Equal("small", await range.Content.ReadAsStringAsync(Cancellation));
        Assert.Equal(HttpStatusCode.RequestedRangeNotSatisfiable, beyond.StatusCode);
        Assert.Empty(await beyond.Content.ReadAsByteArrayAsync(Cancellation));
        Assert.Equal(HttpStatusCode.NotModified, known.StatusCode);
        Assert.Equal(whole.Content.Headers.ContentLength, head.Content.Headers.ContentLength);
    }

    [Theory]
    [InlineData("?response-content-type=text/html&response-cache-control=no-store")]
    [InlineData("?tagging")]
    [InlineData("?uploads")]
    [InlineData("?versionId=null")]
    public async Task The_query_stays_at_CloudFront(string query)
    {
        using var response = await _cloudFront.Client().GetAsync(Path + query, Cancellation);

        Assert.Equal("a small picture", await response.Content.ReadAsStringAsync(Cancellation));
        Assert.Equal("image/webp", response.Content.Headers.ContentType?.ToString());
    }

    [Fact]
    public async Task The_viewer_s_own_headers_stay_at_CloudFront()
    {
        await using var origin = await StubOrigin.StartAsync("picture");
        await using var cloudFront = await CloudFrontHost.StartAsync(images: origin.Address);
        using var request = new HttpRequestMessage(HttpMethod.Get, Path);
        foreach (var (name, value) in new[]
        {
            ("Authorization", "AWS4-HMAC-SHA256 Credential=mine"), ("Cookie", "session=1"), ("x-amz-security-token", "mine"), (
                "x-amz-acl", "public-read"),
            ("X-Forwarded-Host", "elsewhere.example"), ("Referer", "http://localhost/"), ("X-Anything", "else"),
        })
        {
            Assert.True(request.Headers.TryAddWithoutValidation(name, value));
        }

        await cloudFront.Client().SendAsync(request, Cancellation);

        var headers = Assert.Single(origin.Received).Headers;
        Assert.StartsWith("AWS4-HMAC-SHA256 Credential=local/", headers["Authorization"], StringComparison.Ordinal);
        Assert.Contains("SignedHeaders=host;x-amz-content-sha256;x-amz-date,", headers["Authorization"], StringComparison.Ordinal);
        Assert.Equal(origin.Address.Authority, headers["Host"]);
        Assert.Empty(headers.Keys.Except(["Authorization", "Host", "traceparent", "x-amz-content-sha256", "x-amz-date"], StringComparer.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Temporary_credentials_come_with_their_token()
    {
        await using var origin = await StubOrigin.StartAsync("picture");
        await using var cloudFront = await CloudFrontHost.StartAsync(images: origin.Address, settings: ("AWS_SESSION_TOKEN", "token"));

        await cloudFront.Client().GetAsync(Path, Cancellation);

        var headers = Assert.Single(origin.Received).Headers;
        Assert.Equal("token", headers["x-amz-security-token"]);
        Assert.Contains("x-amz-date;x-amz-security-token,", headers["Authorization"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("PUT")]
    [InlineData("POST")]
    [InlineData("DELETE")]
    public async Task An_object_can_only_be_read(string method)
    {
        using var response = await SendAsync(request => request.Method = new HttpMethod(method));

        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
        Assert.Equal("a small picture", await _cloudFront.Client().GetStringAsync(Path, Cancellation));
    }

    [Theory]
    [MemberData(nameof(Detours))]
    public async Task No_detour_leads_to_an_original(string target)
    {
        var (status, answer) = await RawHttp.GetAsync(_cloudFront.Address, target, Cancellation);

        Assert.InRange(status, 400, 404);
        Assert.DoesNotContain(Original, answer, StringComparison.Ordinal);
        Assert.DoesNotContain("<Error>", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_S3_that_breaks_down_gives_502_problem_details()
    {
        await using var origin = await StubOrigin.StartAsync(context =>
        {
            context.Response.StatusCode = 500;
            return context.Response.WriteAsync("<Error><Code>InternalError</Code></Error>", Cancellation);
        });
        await using var cloudFront = await CloudFrontHost.StartAsync(images: origin.Address);

        using var response = await cloudFront.Client().GetAsync(Path, Cancellation);

        Assert.Equal(HttpStatusCode.BadGateway, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
    }

    public async ValueTask DisposeAsync()
    {
        await _cloudFront.DisposeAsync();
        _client.Dispose();
        await _s3.DisposeAsync();
    }

    private static async Task AssertNothingIsThere(HttpResponseMessage response)
    {
        var body = await response.Content.ReadAsStringAsync(Cancellation);
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal("text/html; charset=utf-8", response.Content.Headers.ContentType?.ToString());
        Assert.Contains("Nothing is here", body, StringComparison.Ordinal);
        Assert.DoesNotContain("<Error>", body, StringComparison.Ordinal);
        Assert.True(response.Headers.CacheControl?.NoStore);
    }

    private Task<HttpResponseMessage> SendAsync(Action<HttpRequestMessage> change)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, Path);
        change(request);
        return _cloudFront.Client().SendAsync(request, Cancellation);
    }

    private Task PutAsync(string key, string text, string contentType, string? cacheControl) => _client.PutObjectAsync(
        new PutObjectRequest
        {
            BucketName = Bucket,
            Key = key,
            ContentBody = text,
            ContentType = contentType,
            Headers = { CacheControl = cacheControl },
        },
        Cancellation);
}
