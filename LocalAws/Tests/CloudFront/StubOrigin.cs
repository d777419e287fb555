using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace LocalAws.Tests.CloudFront;

/// <summary>An origin on a free port that answers as a test says, and remembers what it was asked.</summary>
internal sealed class StubOrigin : IAsyncDisposable
{
    private readonly WebApplication _app;

    private StubOrigin(RequestDelegate answer)
    {
        var builder = WebApplication.CreateSlimBuilder(["--urls=http://127.0.0.1:0"]);
        builder.Logging.ClearProviders();
        _app = builder.Build();
        _app.UseWebSockets();
        _app.Run(context =>
        {
            Received.Enqueue(new(context.Request));
            return answer(context);
        });
    }

    public ConcurrentQueue<ReceivedRequest> Received { get; } = new();

    public Uri Address => new(_app.Urls.Single());

    public static async Task<StubOrigin> StartAsync(RequestDelegate answer)
    {
        var origin = new StubOrigin(answer);
        await origin._app.StartAsync();
        return origin;
    }

    public static Task<StubOrigin> StartAsync(string text) => StartAsync(context => context.Response.WriteAsync(text));

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();
}

/// <summary>What an origin saw of a request.</summary>
internal sealed record ReceivedRequest(string Method, string Target, IReadOnlyDictionary<string, string> Headers)
{
    public ReceivedRequest(HttpRequest request) : this(
        request.Method,
        request.HttpContext.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget,
        request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase))
    {
    }
}
