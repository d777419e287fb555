using System.Net;
using System.Net.Http.Json;
using Microsoft.AspNetCore.Http;

namespace LocalAws.Tests.CloudFront;

public sealed class ApiOriginTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_API_sees_method_path_query_and_body_as_they_were_sent()
    {
        await using var api = await StubOrigin.StartAsync(async context => await context.Request.Body.CopyToAsync(context.Response.Body));
        await using var cloudFront = await CloudFrontHost.StartAsync(api: api.Address);

        using var response = await cloudFront.Client()
            .PostAsJsonAsync("/api/uploads?label=Dog&label=a%20b%2Bc", new { size = 1 }, Cancellation);

        Assert.Equal("""{"size":1}""", await response.Content.ReadAsStringAsync(Cancellation));
        var request = Assert.Single(api.Received);
        Assert.Equal(("POST", "/api/uploads?label=Dog&label=a%20b%2Bc"), (request.Method, request.Target));
        Assert.Equal(api.Address.Authority, request.Headers["Host"]);
        Assert.Equal("127.0.0.1", request.Headers["X-Forwarded-For"]);
    }

    [Fact]
    public async Task An_origin_with_a_path_hides_the_API_behind_it()
    {
        await using var front = await StubOrigin.StartAsync("");
        await using var cloudFront = await CloudFrontHost.StartAsync(api: new Uri(front.Address, "/_local/http-api/ImageApi"));

        await cloudFront.Client().GetAsync("/api/images?limit=3", Cancellation);

        Assert.Equal("/_local/http-api/ImageApi/api/images?limit=3", Assert.Single(front.Received).Target);
    }

    [Fact]
    public async Task The_viewer_is_added_to_whatever_the_viewer_claims()
    {
        await using var api = await StubOrigin.StartAsync("");
        await using var cloudFront = await CloudFrontHost.StartAsync(api: api.Address);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/images") { Headers = { { "X-Forwarded-For", "203.0.113.9" } } };

        await cloudFront.Client().SendAsync(request, Cancellation);

        Assert.Matches(@"^203\.0\.113\.9, ?127\.0\.0\.1$", Assert.Single(api.Received).Headers["X-Forwarded-For"]);
    }

    [Fact]
    public async Task What_a_viewer_says_of_traces_is_not_believed()
    {
        const string Trace = "0af7651916cd43dd8448eb211c80319c";
        await using var api = await StubOrigin.StartAsync("");
        await using var cloudFront = await CloudFrontHost.StartAsync(api: api.Address);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/images")
        {
            Headers = { { "traceparent", $"00-{Trace}-b7ad6b7169203331-01" }, { "tracestate", "vendor=1" }, { "baggage", "user=somebody" } },
        };

        await cloudFront.Client().SendAsync(request, Cancellation);

        var headers = Assert.Single(api.Received).Headers;
        Assert.DoesNotContain(Trace, headers.GetValueOrDefault("traceparent") ?? "", StringComparison.Ordinal);
        Assert.DoesNotContain("vendor", headers.GetValueOrDefault("tracestate") ?? "", StringComparison.Ordinal);
        Assert.DoesNotContain("somebody", headers.GetValueOrDefault("baggage") ?? "", StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_scheme_is_the_viewers_whatever_the_viewer_claims()
    {
        await using var api = await StubOrigin.StartAsync("");
        await using var cloudFront = await CloudFrontHost.StartAsync(api: api.Address);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/images") { Headers = { { "X-Forwarded-Proto", "https" } } };

        await cloudFront.Client().SendAsync(request, Cancellation);

        Assert.Equal("http", Assert.Single(api.Received).Headers["X-Forwarded-Proto"]);
    }

    [Fact]
    public async Task Cookies_pass_both_ways()
    {
        await using var api = await StubOrigin.StartAsync(context =>
        {
            context.Response.Headers.SetCookie = "iris-key=new; path=/; httponly; samesite=strict";
            return Task.CompletedTask;
        });
        await using var cloudFront = await CloudFrontHost.StartAsync(api: api.Address);
        using var client = new HttpClient(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = cloudFront.Address };
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/images") { Headers = { { "Cookie", "iris-key=old" } } };

        using var response = await client.SendAsync(request, Cancellation);

        Assert.Equal("iris-key=old", Assert.Single(api.Received).Headers["Cookie"]);
        Assert.Equal("iris-key=new; path=/; httponly; samesite=strict", Assert.Single(response.Headers.GetValues("Set-Cookie")));
    }

    [Fact]
    public async Task Nothing_is_cached_not_even_what_says_that_it_may_be()
    {
        await using var api = await StubOrigin.StartAsync(context =>
        {
            context.Response.Headers.CacheControl = "public, max-age=60";
            return context.Response.WriteAsync("answer");
        });
        await using var cloudFront = await CloudFrontHost.StartAsync(api: api.Address);

        await cloudFront.Client().GetAsync("/api/stats", Cancellation);
        await cloudFront.Client().GetAsync("/api/stats", Cancellation);

        Assert.Equal(2, api.Received.Count);
    }

    [Theory]
    [InlineData(404, "application/problem+json", """{"type":"urn:iris:problem:not-found"}""")]
    [InlineData(500, "application/problem+json", """{"type":"urn:iris:problem:internal"}""")]
    [InlineData(409, "text/plain", "conflict")]
    public async Task Errors_of_the_API_pass_as_they_are(int status, string type, string body)
    {
        await using var api = await StubOrigin.StartAsync(context =>
        {
            context.Response.StatusCode = status;
            context.Response.ContentType = type;
            return context.Response.WriteAsync(body);
        });
        await using var cloudFront = await CloudFrontHost.StartAsync(api: api.Address);

        using var response = await cloudFront.Client().GetAsync("/api/images/unknown", Cancellation);

        Assert.Equal((HttpStatusCode)status, response.StatusCode);
        Assert.Equal(type, response.Content.Headers.ContentType?.MediaType);
        Assert.Equal(body, await response.Content.ReadAsStringAsync(Cancellation));
    }

    [Fact]
    public async Task A_body_larger_than_any_that_the_API_takes_is_refused()
    {
        await using var api = await StubOrigin.StartAsync(context => context.Request.Body.CopyToAsync(Stream.Null));
        await using var cloudFront = await CloudFrontHost.StartAsync(api: api.Address);

        using var response = await cloudFront.Client()
            .PostAsync("/api/uploads", new ByteArrayContent(new byte[(64 * 1024) + 1]), Cancellation);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
    }
}
