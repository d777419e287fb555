using System.Net;
using System.Net.WebSockets;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace LocalAws.Tests.CloudFront;

public sealed class SiteTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("iris-site-").FullName;

    public SiteTests()
    {
        Write("index.html", "<p>gallery");
        Write("analytics.html", "<p>charts");
        Write("404.html", "<p>nothing");
        Write("photos/[id].html", "<p>one photo");
        Write("_next/static/chunks/main-0a1b.js", new string('x', 4000));
        Write("font.woff2", new string('x', 4000));
        Write(".hidden", "secret");
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/", "<p>gallery")]
    [InlineData("/?label=Dog", "<p>gallery")]
    [InlineData("/analytics", "<p>charts")]
    [InlineData("/analytics/", "<p>charts")]
    [InlineData("/photos/3zf0k8t5v1m7q2w9x4y6a0b1c2", "<p>one photo")]
    public async Task An_address_shows_its_page(string path, string page)
    {
        await using var cloudFront = await CloudFrontHost.StartAsync(files: _folder);

        Assert.Equal(page, await cloudFront.Client().GetStringAsync(path, Cancellation));
    }

    [Theory]
    [InlineData("/nowhere")]
    [InlineData("/nowhere.js")]
    [InlineData("/.hidden")]
    [InlineData("/photos")]
    public async Task An_address_without_a_page_shows_the_site_s_own_404(string path)
    {
        await using var cloudFront = await CloudFrontHost.StartAsync(files: _folder);

        using var response = await cloudFront.Client().GetAsync(path, Cancellation);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal("<p>nothing", await response.Content.ReadAsStringAsync(Cancellation));
        Assert.True(response.Headers.CacheControl?.NoStore);
    }

    [Theory]
    [InlineData("/_next/static/chunks/main-0a1b.js", "public, max-age=31536000, immutable")]
    [InlineData("/", "public, must-revalidate, max-age=0")]
    public async Task Files_with_a_hash_in_their_name_are_kept_and_pages_are_asked_for_again(string path, string cacheControl)
    {
        await using var cloudFront = await CloudFrontHost.StartAsync(files: _folder);

        using var response = await cloudFront.Client().GetAsync(path, Cancellation);

        Assert.Equal(System.Net.Http.Headers.CacheControlHeaderValue.Parse(cacheControl), response.Headers.CacheControl);
    }

    [Theory]
    [InlineData("/_next/static/chunks/main-0a1b.js", "br, gzip", "br")]
    [InlineData("/_next/static/chunks/main-0a1b.js", "gzip", "gzip")]
    [InlineData("/_next/static/chunks/main-0a1b.js", "identity", null)]
    [InlineData("/font.woff2", "br, gzip", null)]
    public async Task Text_is_compressed_and_nothing_else(string path, string accepted, string? encoding)
    {
        await using var cloudFront = await CloudFrontHost.StartAsync(files: _folder);
        using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { { "Accept-Encoding", accepted } } };

        using var response = await cloudFront.Client().SendAsync(request, Cancellation);

        Assert.Equal(encoding, response.Content.Headers.ContentEncoding.SingleOrDefault());
    }

    [Fact]
    public async Task A_development_server_gets_everything_that_no_other_behaviour_takes()
    {
        await using var site = await StubOrigin.StartAsync("page");
        await using var cloudFront = await CloudFrontHost.StartAsync(site: site.Address);

        Assert.Equal("page", await cloudFront.Client().GetStringAsync("/photos/%5Bid%5D.js?v=1", Cancellation));

        var request = Assert.Single(site.Received);
        Assert.Equal("/photos/%5Bid%5D.js?v=1", request.Target);
        Assert.Equal(cloudFront.Address.Authority, request.Headers["Host"]);
    }

    [Fact]
    public async Task A_development_server_s_sockets_for_hot_reload_go_through()
    {
        await using var site = await StubOrigin.StartAsync(EchoAsync);
        await using var cloudFront = await CloudFrontHost.StartAsync(site: site.Address);
        using var socket = new ClientWebSocket();

        await socket.ConnectAsync(new UriBuilder(cloudFront.Address) { Scheme = "ws", Path = "/_next/webpack-hmr" }.Uri, Cancellation);
        await socket.SendAsync("reload"u8.ToArray(), WebSocketMessageType.Text, endOfMessage: true, Cancellation);

        var buffer = new byte[64];
        var message = await socket.ReceiveAsync(buffer, Cancellation);
        Assert.Equal("reload", Encoding.UTF8.GetString(buffer, 0, message.Count));
        await socket.CloseAsync(WebSocketCloseStatus.NormalClosure, null, Cancellation);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static async Task EchoAsync(HttpContext context)
    {
        using var socket = await context.WebSockets.AcceptWebSocketAsync();
        var buffer = new byte[64];
        while (await socket.ReceiveAsync(buffer, context.RequestAborted) is { MessageType: WebSocketMessageType.Text } message)
        {
            await socket.SendAsync(
                buffer.AsMemory(0, message.Count), WebSocketMessageType.Text, endOfMessage: true, context.RequestAborted);
        }

        await socket.CloseAsync(WebSocketCloseStatus.NormalClosure, null, context.RequestAborted);
    }

    private void Write(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
