using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace LocalAws.Tests.S3Notifications;

/// <summary>A Lambda that accepts events, or refuses the first few.</summary>
internal sealed class InvokedLambda : IAsyncDisposable
{
    private readonly WebApplication _app;
    private int _refusals;

    private InvokedLambda(int refusals)
    {
        _refusals = refusals;
        var builder = WebApplication.CreateSlimBuilder(["--urls=http://127.0.0.1:0"]);
        builder.Logging.ClearProviders();
        _app = builder.Build();
        _app.MapPost("/2015-03-31/functions/{function}/invocations", AnswerAsync);
    }

    public Uri Endpoint => new(_app.Urls.Single());

    /// <summary>What was accepted, with the function and the type of the invocation.</summary>
    public ConcurrentQueue<(string Function, string? Type, string Payload)> Accepted { get; } = new();

    public static async Task<InvokedLambda> StartAsync(int refusals = 0)
    {
        var lambda = new InvokedLambda(refusals);
        await lambda._app.StartAsync();
        return lambda;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task<IResult> AnswerAsync(string function, HttpRequest request)
    {
        using var reader = new StreamReader(request.Body);
        var payload = await reader.ReadToEndAsync(request.HttpContext.RequestAborted);
        if (Interlocked.Decrement(ref _refusals) >= 0)
        {
            return Results.StatusCode(StatusCodes.Status429TooManyRequests);
        }

        Accepted.Enqueue((function, request.Headers["X-Amz-Invocation-Type"], payload));
        return Results.StatusCode(StatusCodes.Status202Accepted);
    }
}
