using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Amazon.Lambda.S3Events;
using Iris.Catalog;
using Iris.Catalog.Objects;
using Iris.Catalog.Processing;
using Iris.ImageProcessor;
using Iris.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Iris.Tests.Infrastructure.Iam;

/// <summary>
/// Everything that the two functions can be brought to do, done once on local stand-ins, so that what they asked of AWS can be compared
/// with what their roles allow.
/// </summary>
public sealed class Rehearsal : IAsyncLifetime
{
    private readonly ConcurrentDictionary<string, bool> _operations = new();
    private Functions _functions = null!;
    private HttpClient _api = null!;

    internal IReadOnlySet<AwsCall> ApiCalls { get; private set; } = null!;

    internal IReadOnlySet<AwsCall> ProcessorCalls { get; private set; } = null!;

    /// <summary>The SDK's names of what was called, by the spans that the clients open.</summary>
    public IEnumerable<string> Operations => _operations.Keys;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        using var listener = new ActivityListener
        {
            ShouldListenTo = static source => source.Name == "AWSSDK",
            Sample = static (ref _) => ActivitySamplingResult.PropagationData,
            ActivityStopped = activity => _operations[activity.OperationName] = true,
        };
        ActivitySource.AddActivityListener(listener);
        await using var dynalite = new Dynalite();
        await dynalite.InitializeAsync();
        await using var rekognition = await LocalRekognition.StartAsync();
        await using var stack = await LocalStack.StartAsync(dynalite, Cancellation);
        await using var functions = _functions = new Functions(stack, dynalite, rekognition);
        _api = functions.CreateApiClient();

        var ready = await AnImageBecomesReadyAsync();
        await AnOriginalIsLostAndFoundAsync(stack);
        await AnUnknownImageArrivesAsync();
        await AnImageIsDeletedWhileItIsProcessedAsync(ready);
        await EverythingIsReadAsync(ready.Id);
        (await _api.DeleteAsync($"/api/images/{ready.Id}", Cancellation)).EnsureSuccessStatusCode();

        (ApiCalls, ProcessorCalls) = (functions.ApiCalls.Calls, functions.ProcessorCalls.Calls);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private async Task<Image> AnImageBecomesReadyAsync()
    {
        var photograph = Photographs.Cat;
        var id = await AnnounceAsync(photograph.Bytes, upload: true);
        await AnnounceAsync(photograph.Bytes, upload: false);
        await ProcessAsync(id, Guid.NewGuid().ToString());
        return (await Images.FindAsync(id, Cancellation))!;
    }

    private async Task AnOriginalIsLostAndFoundAsync(LocalStack stack)
    {
        var bytes = Photographs.Car.Bytes;
        var id = await AnnounceAsync(bytes, upload: false);
        var invocation = Guid.NewGuid().ToString();
        for (var attempt = 1; attempt <= ImageClaims.MaximumAttempts; attempt++)
        {
            await Assert.ThrowsAsync<FileNotFoundException>(() => ProcessAsync(id, invocation));
        }

        Assert.Equal(HttpStatusCode.Conflict, await RetryAsync());
        using var s3 = stack.CreateS3Client();
        await s3.PutObjectAsync(
            new() { BucketName = LocalStack.BucketName, Key = ObjectKeys.Original(id), InputStream = new MemoryStream(bytes) },
            Cancellation);
        Assert.Equal(HttpStatusCode.Accepted, await RetryAsync());

        async Task<HttpStatusCode> RetryAsync() =>
            (await _api.PostAsync($"/api/images/{id}/retry", content: null, Cancellation)).StatusCode;
    }

    private Task AnUnknownImageArrivesAsync() => ProcessAsync(ImageId.Parse("00000000000000000000000000"), Guid.NewGuid().ToString());

    private async Task AnImageIsDeletedWhileItIsProcessedAsync(Image ready)
    {
        var id = await AnnounceAsync(Photographs.Lake.Bytes, upload: false);
        var claims = _functions.Processor.Services.GetRequiredService<ImageClaims>();
        var claimed = Assert.IsType<ClaimOutcome.Claimed>(await claims.ClaimAsync(id, "invocation", Cancellation));
        (await _api.DeleteAsync($"/api/images/{id}", Cancellation)).EnsureSuccessStatusCode();
        Assert.NotEmpty(ready.Findings!.Labels);
        Assert.False(await claims.CompleteAsync(claimed.Claim, ready.Findings, Cancellation));
    }

    private async Task EverythingIsReadAsync(ImageId id)
    {
        foreach (var path in (string[])["/api/images", "/api/images?label=Cat", "/api/images?owner=me", $"/api/images/{id}", "/api/labels", "/api/stats"])
        {
            (await _api.GetAsync(path, Cancellation)).EnsureSuccessStatusCode();
        }
    }

    private ImageCatalog Images => _functions.Processor.Services.GetRequiredService<ImageCatalog>();

    private async Task<ImageId> AnnounceAsync(byte[] bytes, bool upload)
    {
        using var response = await new Visitor(_api).RequestUploadAsync(bytes, "photo.jpg", "image/jpeg", Cancellation);
        var answer = await response.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
        if (upload)
        {
            await PutAsync(answer.GetProperty("upload"), bytes);
        }

        return ImageId.Parse(answer.GetProperty("image").GetProperty("id").GetString()!);
    }

    // With the rights of whoever signed the URL, which is the API.
    private async Task PutAsync(JsonElement upload, byte[] bytes)
    {
        using var browser = new HttpClient(_functions.ApiCalls, disposeHandler: false);
        using var request = new HttpRequestMessage(HttpMethod.Put, upload.GetProperty("url").GetString())
        {
            Content = new ByteArrayContent(bytes),
        };
        foreach (var header in upload.GetProperty("headers").EnumerateObject())
        {
            _ = request.Headers.TryAddWithoutValidation(header.Name, header.Value.GetString())
                || request.Content.Headers.TryAddWithoutValidation(header.Name, header.Value.GetString());
        }

        (await browser.SendAsync(request, Cancellation)).EnsureSuccessStatusCode();
    }

    private Task ProcessAsync(ImageId id, string requestId) => _functions.Processor.Services.GetRequiredService<S3EventHandler>().HandleAsync(
        new S3Event
        {
            Records =
            [
                new()
                {
                    EventSource = "aws:s3",
                    EventName = "ObjectCreated:Put",
                    EventTime = DateTime.UtcNow,
                    S3 = new() { Bucket = new() { Name = LocalStack.BucketName }, Object = new() { Key = ObjectKeys.Original(id) } },
                },
            ],
        },
        new Invocation(requestId));
}
