using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Iris.Tests.Integration.Ops.Data;

/// <summary>As much of SQS as a redrive asks for, in the JSON that AWS answers with. What was received is not seen again.</summary>
internal sealed class FailedEventsQueue : IAsyncDisposable
{
    // AWS's names begin with capitals.
    private static readonly JsonSerializerOptions s_asItIs = new();

    private readonly WebApplication _app;
    private readonly List<string> _received = [];

    private FailedEventsQueue()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(static kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        _app = builder.Build();
        _app.MapPost("/{**path}", (Delegate)AnswerAsync);
    }

    public string Url => _app.Urls.Single();

    /// <summary>The messages, by their receipt handles.</summary>
    public Dictionary<string, string> Messages { get; } = [];

    public static async Task<FailedEventsQueue> StartAsync()
    {
        var queue = new FailedEventsQueue();
        await queue._app.StartAsync();
        return queue;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task<IResult> AnswerAsync(HttpRequest request) => request.Headers["X-Amz-Target"].ToString() switch
    {
        "AmazonSQS.GetQueueAttributes" =>
            Results.Json(new { Attributes = new { ApproximateNumberOfMessages = $"{Messages.Count}" } }, options: s_asItIs),
        "AmazonSQS.ReceiveMessage" => Results.Json(Receive(), options: s_asItIs),
        "AmazonSQS.DeleteMessage" => Results.Json(
            new { Deleted = Messages.Remove((await JsonSerializer.DeserializeAsync<Deletion>(request.Body))!.ReceiptHandle) },
            options: s_asItIs),
        var other => Results.BadRequest(other),
    };

    private object Receive()
    {
        var next = Messages.Keys.Except(_received).ToList();
        _received.AddRange(next);
        return next is []
            ? new object()
            : new { Messages = next.Select(handle => new { MessageId = handle, ReceiptHandle = handle, Body = Messages[handle] }) };
    }

    private sealed record Deletion(string ReceiptHandle);
}
