using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Iris.Tests.Integration.Ops;

/// <summary>The site that the smoke test visits: the HTTP contract's answers to one picture, which ends as <see cref="Status"/>.</summary>
internal sealed class VisitedSite : IAsyncDisposable
{
    private readonly WebApplication _app;

    private VisitedSite()
    {
        var builder = WebApplication.CreateSlimBuilder();
        _ = builder.Logging.ClearProviders();
        _ = builder.WebHost.ConfigureKestrel(static kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        _app = builder.Build();
        _ = _app.MapGet("/", static () => "Iris");
        _ = _app.MapPost("/api/uploads", () => new { image = new { id = "1" }, upload = new { url = $"{Url}/storage", headers = new Dictionary<string, string> { ["content-type"] = "image/png" } } });
        _ = _app.MapPut("/storage", async (HttpRequest request) => Stored = await BytesAsync(request));
        _ = _app.MapGet("/api/images/1", () => new { status = Status, reason = "none", thumbnails = new[] { new { url = "/images/1/300.webp" } } });
        _ = _app.MapGet("/images/1/300.webp", static () => "");
        _ = _app.MapDelete("/api/images/1", () => Deleted = true);
    }

    public string Url => _app.Urls.Single();
    public string Status { get; set; } = "ready";
    public byte[] Stored { get; private set; } = [];
    public bool Deleted { get; private set; }

    public static async Task<VisitedSite> StartAsync()
    {
        var site = new VisitedSite();
        await site._app.StartAsync();

        return site;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static async Task<byte[]> BytesAsync(HttpRequest request)
    {
        using var bytes = new MemoryStream();
        await request.Body.CopyToAsync(bytes);

        return bytes.ToArray();
    }
}
