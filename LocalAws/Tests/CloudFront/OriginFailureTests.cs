using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace LocalAws.Tests.CloudFront;

public sealed class OriginFailureTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/api/images")]
    [InlineData("/images/a/300.webp")]
    public async Task An_origin_that_is_down_gives_503_problem_details_and_a_hint_when_to_try_again(string path)
    {
        await using var cloudFront = await CloudFrontHost.StartAsync();

        using var response = await cloudFront.Client().GetAsync(path, Cancellation);

        await AssertProblem(response, HttpStatusCode.ServiceUnavailable, "urn:iris:problem:origin-unavailable");
    }

    [Fact]
    public async Task A_development_server_that_is_down_gives_503_too()
    {
        await using var cloudFront = await CloudFrontHost.StartAsync(site: CloudFrontHost.Nowhere);

        using var response = await cloudFront.Client().GetAsync("/", Cancellation);

        await AssertProblem(response, HttpStatusCode.ServiceUnavailable, "urn:iris:problem:origin-unavailable");
    }

    [Fact]
    public async Task While_a_development_server_starts_a_browser_gets_a_page_that_asks_again()
    {
        await using var cloudFront = await CloudFrontHost.StartAsync(site: CloudFrontHost.Nowhere);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/analytics")
        {
            Headers = { { "Accept", "text/html,application/xhtml+xml,*/*;q=0.8" } },
        };

        using var response = await cloudFront.Client().SendAsync(request, Cancellation);

        Assert.Equal(
            (HttpStatusCode.ServiceUnavailable, "text/html"), (response.StatusCode, response.Content.Headers.ContentType?.MediaType));
        Assert.Contains("http-equiv=\"refresh\"", await response.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_origin_that_stays_silent_gives_504()
    {
        await using var api = await StubOrigin.StartAsync(context => Task.Delay(Timeout.Infinite, context.RequestAborted));
        await using var cloudFront = await CloudFrontHost.StartAsync(
            api: api.Address, settings: ("CloudFront:OriginReadTimeoutSeconds", "1"));

        using var response = await cloudFront.Client().GetAsync("/api/images", Cancellation);

        await AssertProblem(response, HttpStatusCode.GatewayTimeout, "urn:iris:problem:origin-timeout");
    }

    [Fact]
    public async Task An_origin_that_hangs_up_gives_502()
    {
        await using var api = await StubOrigin.StartAsync(context =>
        {
            context.Abort();
            return Task.CompletedTask;
        });
        await using var cloudFront = await CloudFrontHost.StartAsync(api: api.Address);

        using var response = await cloudFront.Client().GetAsync("/api/images", Cancellation);

        await AssertProblem(response, HttpStatusCode.BadGateway, "urn:iris:problem:origin-failed");
    }

    [Fact]
    public async Task CloudFront_is_healthy_whatever_its_origins_are()
    {
        await using var cloudFront = await CloudFrontHost.StartAsync();

        Assert.Equal("Healthy", await cloudFront.Client().GetStringAsync("/_local/health", Cancellation));
    }

    private static async Task AssertProblem(HttpResponseMessage response, HttpStatusCode status, string type)
    {
        Assert.Equal(status, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        Assert.NotNull(response.Headers.RetryAfter?.Delta);
        Assert.True(response.Headers.CacheControl?.NoStore);
        var problem = await response.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
        Assert.Equal(type, problem.GetProperty("type").GetString());
        Assert.Equal((int)status, problem.GetProperty("status").GetInt32());
    }
}
