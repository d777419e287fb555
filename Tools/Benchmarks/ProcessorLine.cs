using System.Security.Cryptography;
using System.Text.Json;
using Amazon.S3;
using Amazon.S3.Model;
using Iris.Catalog;
using Iris.Catalog.Objects;
using Iris.Tests.Support;
using LocalAws.Lambda.Invocations;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Iris.Benchmarks;

/// <summary>
/// What is around the processor. The bucket's own notifications are switched off, so that an invocation can be timed by itself.
/// </summary>
internal sealed class ProcessorLine : IAsyncDisposable
{
    private const string Function = "ImageProcessor";
    private static readonly TimeSpan s_timeout = TimeSpan.FromSeconds(30);

    private readonly string _build;
    private readonly LocalStack _stack;
    private readonly IAmazonS3 _s3;
    private readonly ServiceProvider _catalog;
    private readonly Dictionary<string, string> _environment;

    private ProcessorLine(string build, LocalStack stack, LocalRekognition rekognition)
    {
        _build = build;
        _stack = stack;
        _s3 = stack.CreateS3Client();
        _environment = ServerProcess.AsSandbox(Function, stack);
        _environment["AWS_ENDPOINT_URL_REKOGNITION"] = rekognition.Endpoint.ToString();
        _catalog = new ServiceCollection()
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(stack.Settings!).Build())
            .AddSingleton(stack.CreateDynamoDBClient())
            .AddSingleton(_s3)
            .AddCatalog()
            .BuildServiceProvider();
    }

    public static async Task<ProcessorLine> StartAsync(
        string build, Dynalite dynalite, LocalRekognition rekognition, CancellationToken cancellationToken)
    {
        var line = new ProcessorLine(build, await LocalStack.StartAsync(dynalite, cancellationToken), rekognition);
        await line._s3.PutBucketNotificationAsync(
            new PutBucketNotificationRequest { BucketName = LocalStack.BucketName }, cancellationToken);
        return line;
    }

    public ServerProcess StartSandbox() => ServerProcess.Start(Repository.Root, _build, [], _environment);

    /// <summary>Announces and uploads a photograph that nobody has uploaded before.</summary>
    public async Task<ImageId> UploadAsync(CancellationToken cancellationToken)
    {
        var bytes = Photographs.TwoMegabytes.Distinct();
        var image = new Announcement(
            Convert.ToHexStringLower(SHA256.HashData(bytes)), "photo.jpg", "image/jpeg", bytes.Length, TraceParent: null);
        await _catalog.GetRequiredService<ImageCatalog>().AnnounceAsync(image, cancellationToken);
        var put = new PutObjectRequest
        {
            BucketName = LocalStack.BucketName,
            Key = ObjectKeys.Original(image.Id),
            InputStream = new MemoryStream(bytes),
        };
        await _s3.PutObjectAsync(put, cancellationToken);
        return image.Id;
    }

    /// <summary>Invokes the function, and checks what it says.</summary>
    public async Task ProcessAsync(ImageId id, CancellationToken cancellationToken)
    {
        var notification = JsonSerializer.SerializeToUtf8Bytes(new
        {
            Records = new[]
            {
                new
                {
                    eventSource = "aws:s3",
                    eventName = "ObjectCreated:Put",
                    eventTime = DateTime.UtcNow,
                    s3 = new { bucket = new { name = LocalStack.BucketName }, @object = new { key = ObjectKeys.Original(id) } },
                },
            },
        });
        var result = await _stack.Lambda.InvokeAsync(Function, Guid.NewGuid().ToString(), s_timeout, notification, cancellationToken);
        var image = await _catalog.GetRequiredService<ImageCatalog>().FindAsync(id, cancellationToken);

        if (result.Outcome is not InvocationOutcome.Success || image?.Status is not ImageStatus.Ready)
        {
            throw new InvalidOperationException($"A sound photograph ended as {image?.Status}, and the invocation as {result.Outcome}.");
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _catalog.DisposeAsync();
        await _stack.DisposeAsync();
    }
}
