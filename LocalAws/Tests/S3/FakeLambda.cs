using System.Collections.Concurrent;
using System.Text.Json;
using System.Threading.Channels;
using LocalAws.Shared;
using LocalAws.Shared.SigV4;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace LocalAws.Tests.S3;

/// <summary>The one call of Lambda that S3 makes. It answers what it is told to, and 202 after that.</summary>
internal sealed class FakeLambda : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly Channel<(string Function, JsonElement Record)> _accepted = Channel.CreateUnbounded<(string, JsonElement)>();

    private FakeLambda(WebApplication app) => _app = app;

    /// <summary>The statuses of the next answers.</summary>
    public ConcurrentQueue<int> Refusals { get; } = [];

    public int Calls { get; private set; }

    public Uri Endpoint => new(_app.Urls.Single());

    public static async Task<FakeLambda> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var lambda = new FakeLambda(app);
        app.Run(lambda.Invoke);
        await app.StartAsync();
        return lambda;
    }

    /// <summary>The next record that was accepted.</summary>
    public async Task<(string Function, JsonElement Record)> Next() =>
        await _accepted.Reader.ReadAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(TimeSpan.FromSeconds(20));

    /// <summary>The records accepted until each of these keys had one.</summary>
    public async Task<List<JsonElement>> Until(IEnumerable<string> keys)
    {
        var missing = keys.ToHashSet();
        List<JsonElement> records = [];
        while (missing.Count > 0)
        {
            var (_, record) = await Next();
            records.Add(record);
            missing.Remove(KeyOf(record));
        }

        return records;
    }

    public bool IsQuiet => !_accepted.Reader.TryPeek(out _);

    public static string KeyOf(JsonElement record) => record.GetProperty("s3").GetProperty("object").GetProperty("key").GetString()!;

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task Invoke(HttpContext context)
    {
        var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        Calls++;
        var keys = Options.Create(
            new AwsKeyPair { AccessKeyId = LocalAccount.AccessKeyId, SecretAccessKey = LocalAccount.SecretAccessKey });
        if (Refusals.TryDequeue(out var status)
            || new SigV4Verifier("lambda", keys, TimeProvider.System)
                .Verify(context.Request, PayloadHash.Of(body.ToArray())) is not SigV4Verified
            || context.Request.Headers["X-Amz-Invocation-Type"] != "Event")
        {
            context.Response.StatusCode = status == 0 ? 400 : status;
            return;
        }

        var function = context.Request.Path.Value!.Split('/') is ["", "2015-03-31", "functions", var name, "invocations"] ? name : "";
        var record = Assert.Single(JsonDocument.Parse(body.ToArray()).RootElement.GetProperty("Records").EnumerateArray());
        await _accepted.Writer.WriteAsync((function, record));
        context.Response.StatusCode = StatusCodes.Status202Accepted;
    }
}
