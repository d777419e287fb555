using Amazon.DynamoDBv2;
using Amazon.S3;
using Iris.Catalog;
using Iris.Catalog.Processing;
using Iris.Ops.Data;
using Iris.Tests.Integration.Catalog;
using Iris.Tests.Support;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Iris.Tests.Integration.Ops.Data;

/// <summary>The catalog over real stores, as an operator finds it, with the time moved so far as a test wants.</summary>
internal sealed class MaintainedCatalog : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    private MaintainedCatalog(LocalStack stack)
    {
        Stack = stack;
        _services = new ServiceCollection()
            .AddSingleton<TimeProvider>(Clock)
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(stack.Settings!).Build())
            .AddSingleton(_ => stack.CreateDynamoDBClient())
            .AddSingleton(_ => stack.CreateS3Client())
            .AddCatalog()
            .AddCatalogMaintenance()
            .BuildServiceProvider();
    }

    public LocalStack Stack { get; }

    public MovedClock Clock { get; } = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static async Task<MaintainedCatalog> CreateAsync(Dynalite dynalite) => new(await LocalStack.StartAsync(dynalite, Token));

    public T Get<T>() where T : notnull => _services.GetRequiredService<T>();

    public async Task<ImageId> AnnounceAsync(string name) => (await Get<ImageCatalog>().AnnounceAsync(Samples.Image(name), Token)).Image.Id;

    /// <summary>An image with its original, one derivative, its outcome and the labels.</summary>
    public async Task<ImageId> MakeReadyAsync(string name, params string[] labels)
    {
        var id = await AnnounceAsync(name);
        await PutAsync($"uploads/{id}");
        await PutAsync($"images/{id}/300.webp");
        Assert.True(await Get<ImageClaims>().CompleteAsync(await ClaimAsync(id), Samples.Findings(labels), Token));
        return id;
    }

    public async Task<ImageId> MakeFailedAsync(string name)
    {
        var id = await AnnounceAsync(name);
        await PutAsync($"uploads/{id}");

        for (var attempt = 1; attempt <= ImageClaims.MaximumAttempts; attempt++)
        {
            await Get<ImageClaims>().FailAsync(await ClaimAsync(id), Token);
        }

        return id;
    }

    public async Task PutAsync(string key) =>
        _ = await Get<IAmazonS3>().PutObjectAsync(new() { BucketName = LocalStack.BucketName, Key = key, ContentBody = key }, Token);

    public async Task PutItemAsync(string partition, string sort) =>
        await Get<IAmazonDynamoDB>()
            .PutItemAsync(Stack.Settings["DYNAMODB_TABLE_NAME"], new() { ["pk"] = new(partition), ["sk"] = new(sort) }, Token);

    public async Task<List<string>> KeysAsync() =>
        [
            .. ((await Get<IAmazonS3>().ListObjectsV2Async(new() { BucketName = LocalStack.BucketName }, Token)).S3Objects ?? [])
                .Select(static found => found.Key),
        ];

    public async Task<int> ItemsAsync() =>
        (await Get<IAmazonDynamoDB>().ScanAsync(new(Stack.Settings["DYNAMODB_TABLE_NAME"]), Token)).Items?.Count ?? 0;

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await Stack.DisposeAsync();
    }

    private async Task<Claim> ClaimAsync(ImageId id) =>
        Assert.IsType<ClaimOutcome.Claimed>(await Get<ImageClaims>().ClaimAsync(id, "invocation", Token)).Claim;
}
