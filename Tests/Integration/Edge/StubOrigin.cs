using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Iris.Tests.Integration.Edge;

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
