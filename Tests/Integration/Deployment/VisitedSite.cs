using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Iris.Tests.Integration.Deployment;

/// <summary>The site that the smoke test visits: the HTTP contract's answers to one picture, which ends as <see cref="Status"/>.</summary>
internal sealed class VisitedSite : IAsyncDisposable
{
    private readonly WebApplication _app;
    private int _unavailable;

    private VisitedSite()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(static kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        _app = builder.Build();
        _app.Use(GuardAsync);
        _app.MapGet("/", static () => "Iris");
        _app.MapGet("/api/images", static () => new { items = Array.Empty<object>() });
        _app.MapPost("/api/uploads", () => new { image = new { id = "1", status = "pending" }, upload = new { url = $"{Url}/storage", headers = new Dictionary<string, string> { ["content-type"] = "image/png" } } });
        _app.MapPut("/storage", async (HttpRequest request) => Stored = await BytesAsync(request));
        _app.MapGet("/api/images/1", () => new { id = "1", status = Status, reason = Status is "ready" ? null : new { code = "processing-failed", message = "It failed." }, thumbnails = new[] { new { url = "/images/1/300.webp" } } });
        _app.MapGet("/images/1/300.webp", static () => "");
        _app.MapDelete("/api/images/1", () => { Deleted = true; return Results.NoContent(); });
    }

    public string Url => _app.Urls.Single();
    public string Status { get; set; } = "ready";
    public byte[] Stored { get; private set; } = [];
    public bool Deleted { get; private set; }

    /// <summary>The token without which nothing is written; null where sign-in is off.</summary>
    public string? Token { get; set; }

    /// <summary>Answers a request in the site's place.</summary>
    public Func<HttpRequest, IResult?> Instead { get; set; } = static _ => null;

    /// <summary>The next requests to the API are answered by 503.</summary>
    public void BecomeUnavailable(int requests) => _unavailable = requests;

    public static async Task<VisitedSite> StartAsync()
    {
        var site = new VisitedSite();
        await site._app.StartAsync();
        return site;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task GuardAsync(HttpContext http, RequestDelegate next)
    {
        var isApi = http.Request.Path.StartsWithSegments("/api");
        if (Instead(http.Request) is { } answer)
        {
            await answer.ExecuteAsync(http);
        }
        else if (isApi && _unavailable > 0)
        {
            _unavailable--;
            http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        }
        else if (isApi
            && Token is not null
            && !HttpMethods.IsGet(http.Request.Method)
            && http.Request.Headers.Authorization != $"Bearer {Token}")
        {
            http.Response.StatusCode = StatusCodes.Status401Unauthorized;
        }
        else
        {
            await next(http);
        }
    }

    private static async Task<byte[]> BytesAsync(HttpRequest request)
    {
        using var bytes = new MemoryStream();
        await request.Body.CopyToAsync(bytes);
        return bytes.ToArray();
    }
}
