using System.Net;
using System.Security.Cryptography;
using Amazon.Lambda.Core;
using Amazon.Lambda.S3Events;
using Amazon.Rekognition;
using Amazon.S3;
using Amazon.S3.Model;
using Iris.Catalog;
using Iris.Catalog.Objects;
using Iris.ImageProcessor;
using Iris.Tests.Support;
using Iris.Tests.Support.S3;
using LocalAws.Shared;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Iris.Tests.Integration.ImageProcessor;

/// <summary>The processor between a bucket, a table and a Rekognition of its own.</summary>
internal sealed class Stage : IAsyncDisposable
{
    public const string Bucket = "iris-images";

    private readonly LocalS3 _storage;
    private readonly IHost _host;
    private Bootstrap? _bootstrap;

    private Stage(LocalS3 storage, LocalRekognition rekognition, Uri dynamoDB, string table)
    {
        _storage = storage;
        S3 = storage.CreateClient();
        Settings = new Dictionary<string, string?>
        {
            ["AWS_ACCESS_KEY_ID"] = LocalAccount.AccessKeyId,
            ["AWS_SECRET_ACCESS_KEY"] = LocalAccount.SecretAccessKey,
            ["AWS_ENDPOINT_URL_S3"] = storage.Endpoint.ToString(),
            ["AWS_ENDPOINT_URL_DYNAMODB"] = dynamoDB.ToString(),
            ["AWS_ENDPOINT_URL_REKOGNITION"] = rekognition.Endpoint.ToString(),
            ["DYNAMODB_TABLE_NAME"] = table,
            ["S3_BUCKET_NAME"] = Bucket,
        };

        var builder = Host.CreateEmptyApplicationBuilder(new());
        builder.Configuration.AddInMemoryCollection(Settings);
        builder.Services.AddSingleton<IAmazonS3>(storage.CreateClient(config => config.HttpClientFactory = new SingleHandlerFactory(ToS3)));
        builder.Services.AddSingleton<IAmazonRekognition>(
            rekognition.CreateClient(config => config.HttpClientFactory = new SingleHandlerFactory(ToRekognition)));
        builder.AddImageProcessor();
        _host = builder.Build();
    }

    /// <summary>The configuration of the processor, in this process or in another.</summary>
    public IReadOnlyDictionary<string, string?> Settings { get; }

    public AmazonS3Client S3 { get; }

    public Line ToS3 { get; } = new();

    public Line ToRekognition { get; } = new();

    public ImageDeletion Deletion => _host.Services.GetRequiredService<ImageDeletion>();

    public ImageCatalog Images => _host.Services.GetRequiredService<ImageCatalog>();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>A stage on which tests invoke the function themselves.</summary>
    public static Task<Stage> SetAsync(Dynalite dynalite, LocalRekognition rekognition) => SetAsync(dynalite, rekognition, lambda: null);

    /// <summary>A stage whose bucket notifies a Lambda.</summary>
    public static async Task<Stage> SetAsync(Dynalite dynalite, LocalRekognition rekognition, Uri? lambda)
    {
        using var tables = dynalite.CreateClient();
        var stage = new Stage(
            await LocalS3.StartAsync(lambda), rekognition, dynalite.Endpoint, await CatalogTables.CreateAsync(tables, Token));
        await stage.S3.PutBucketAsync(Bucket, Token);
        return stage;
    }

    /// <summary>A stage on which the function runs as it is deployed, and tests invoke it through Lambda.</summary>
    public static async Task<Stage> SetForBootstrapsAsync(Dynalite dynalite, LocalRekognition rekognition)
    {
        var stage = await SetAsync(dynalite, rekognition);
        stage._bootstrap = await Bootstrap.StartAsync(
            stage.Settings,
            ("AWS_ENDPOINT_URL_S3", stage.ToS3, stage._storage.Endpoint),
            ("AWS_ENDPOINT_URL_REKOGNITION", stage.ToRekognition, rekognition.Endpoint));
        return stage;
    }

    /// <summary>From now on the bucket tells a function of what arrives.</summary>
    public Task NotifyAsync(string function) => S3.PutBucketNotificationAsync(
        new PutBucketNotificationRequest
        {
            BucketName = Bucket,
            LambdaFunctionConfigurations =
            [
                new()
                {
                    Events = [Amazon.S3.EventType.ObjectCreatedAll],
                    FunctionArn = $"arn:aws:lambda:us-east-1:000000000000:function:{function}",
                    Filter = new() { S3KeyFilter = new() { FilterRules = [new("prefix", "uploads/")] } },
                },
            ],
        },
        Token);

    /// <summary>Announces the bytes and uploads them.</summary>
    public async Task<ImageId> UploadAsync(byte[] bytes, string? traceParent = null)
    {
        var image = new Announcement(Convert.ToHexStringLower(SHA256.HashData(bytes)), "photo", "image/jpeg", bytes.Length, traceParent);
        await Images.AnnounceAsync(image, Token);
        await PutAsync(ObjectKeys.Original(image.Id), bytes);
        return image.Id;
    }

    public Task PutAsync(string key, byte[] bytes) =>
        S3.PutObjectAsync(new PutObjectRequest { BucketName = Bucket, Key = key, InputStream = new MemoryStream(bytes) }, Token);

    /// <summary>Invokes the function with a notification as S3 sends it.</summary>
    public Task HandleAsync(ILambdaContext invocation, params IEnumerable<ImageId> ids) =>
        HandleAsync(
            invocation, new S3Event { Records = [.. ids.Select(id => Record(Bucket, WebUtility.UrlEncode(ObjectKeys.Original(id))))] });

    /// <summary>Invokes the function for the first time.</summary>
    public Task HandleAsync(ImageId id) => HandleAsync(new Invocation(Guid.NewGuid().ToString()), id);

    public Task HandleAsync(ILambdaContext invocation, S3Event notification) =>
        _bootstrap?.InvokeAsync(invocation, notification)
            ?? _host.Services.GetRequiredService<S3EventHandler>().HandleAsync(notification, invocation);

    public static S3Event.S3EventNotificationRecord Record(string bucket, string key, string eventName = "ObjectCreated:Put") => new()
    {
        EventSource = "aws:s3",
        EventName = eventName,
        EventTime = DateTime.UtcNow,
        S3 = new() { Bucket = new() { Name = bucket }, Object = new() { Key = key } },
    };

    public async Task<Image> FindAsync(ImageId id) => Assert.IsType<Image>(await Images.FindAsync(id, Token));

    public async Task<string[]> KeysAsync() =>
        [.. ((await S3.ListObjectsV2Async(new() { BucketName = Bucket }, Token)).S3Objects ?? []).Select(found => found.Key)];

    public async ValueTask DisposeAsync()
    {
        if (_bootstrap is not null)
        {
            await _bootstrap.DisposeAsync();
        }

        _host.Dispose();
        S3.Dispose();
        await _storage.DisposeAsync();
    }
}
