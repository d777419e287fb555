using System.Net;

namespace LocalAws.Tests.CloudFront;

public sealed class BehaviorTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/api")]
    [InlineData("/API/images")]
    [InlineData("/Images/a/300.webp")]
    [InlineData("/images")]
    [InlineData("/uploads/a")]
    [InlineData("/iris-images/uploads/a")]
    [InlineData("/openapi/v1.json")]
    [InlineData("/scalar")]
    [InlineData("/health")]
    [InlineData("/_local/failures")]
    [InlineData("/2015-03-31/functions/ImageProcessor/invocations")]
    [InlineData("/.env")]
    [InlineData("/appsettings.json")]
    [InlineData("/app.yaml")]
    public async Task A_path_outside_the_behaviours_is_a_page_that_does_not_exist(string path)
    {
        await using var origin = await StubOrigin.StartAsync("from an origin");
        await using var cloudFront = await CloudFrontHost.StartAsync(api: origin.Address, images: origin.Address);

        using var response = await cloudFront.Client().GetAsync(path, Cancellation);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Empty(origin.Received);
    }

    [Theory]
    [InlineData("POST", "/images/a/300.webp", "GET, HEAD")]
    [InlineData("PUT", "/images/a/300.webp", "GET, HEAD")]
    [InlineData("DELETE", "/images/a/300.webp", "GET, HEAD")]
    [InlineData("OPTIONS", "/images/a/300.webp", "GET, HEAD")]
    [InlineData("POST", "/", "GET, HEAD")]
    [InlineData("TRACE", "/api/images", "GET, HEAD, OPTIONS, PUT, POST, PATCH, DELETE")]
    public async Task A_method_that_a_behaviour_does_not_allow_ends_at_CloudFront(string method, string path, string allowed)
    {
        await using var origin = await StubOrigin.StartAsync("from an origin");
        await using var cloudFront = await CloudFrontHost.StartAsync(api: origin.Address, images: origin.Address);

        using var response = await cloudFront.Client().SendAsync(new HttpRequestMessage(new HttpMethod(method), path), Cancellation);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
        Assert.Equal(allowed, string.Join(", ", response.Content.Headers.Allow));
        Assert.Empty(origin.Received);
    }

    [Fact]
    public async Task A_host_name_of_somebody_else_s_is_refused()
    {
        await using var cloudFront = await CloudFrontHost.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/") { Headers = { Host = "rebound.example" } };

        using var response = await cloudFront.Client().SendAsync(request, Cancellation);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }
}
