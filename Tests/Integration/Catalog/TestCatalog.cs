using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Amazon.S3;
using Iris.Catalog;
using Iris.Catalog.Budget;
using Iris.Catalog.Feed;
using Iris.Catalog.Objects;
using Iris.Catalog.Processing;
using Iris.Catalog.Statistics;
using Iris.Ops.Data;
using Iris.Tests.Support;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Iris.Tests.Integration.Catalog;

/// <summary>
/// The catalog on a table and a bucket of its own, with a clock that tests set and a wire that they can listen to or cut.
/// </summary>
internal sealed class TestCatalog : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private readonly string _table;

    private TestCatalog(Dynalite dynalite, string table, (string Name, string Value)[] settings)
    {
        _table = table;
        _services = new ServiceCollection()
            .AddSingleton<TimeProvider>(Clock)
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(
                [new("DYNAMODB_TABLE_NAME", table), .. settings.Select(static setting => KeyValuePair.Create(setting.Name, (string?)setting.Value))]).Build())
            .AddSingleton<IAmazonDynamoDB>(dynalite.CreateClient(Wire.To(new SocketsHttpHandler())))
            .AddSingleton<IAmazonS3>(Bucket.CreateClient(through: Wire))
            .AddCatalog()
            .AddCatalogMaintenance()
            .BuildServiceProvider();
    }

    public Clock Clock { get; } = new();

    public Bucket Bucket { get; } = new();

    public Wire Wire { get; } = new();

    public ImageCatalog Images => _services.GetRequiredService<ImageCatalog>();

    public ImageRetry Retry => _services.GetRequiredService<ImageRetry>();

    public ImageDeletion Deletion => _services.GetRequiredService<ImageDeletion>();

    public ImageClaims Claims => _services.GetRequiredService<ImageClaims>();

    public DayBudget Budget => _services.GetRequiredService<DayBudget>();

    public ImageFeed Feed => _services.GetRequiredService<ImageFeed>();

    public ImageStatistics Statistics => _services.GetRequiredService<ImageStatistics>();

    public ImageReprocessing Reprocessing => _services.GetRequiredService<ImageReprocessing>();

    public ImageObjects Objects => _services.GetRequiredService<ImageObjects>();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static async Task<TestCatalog> CreateAsync(Dynalite dynalite, params (string Name, string Value)[] settings)
    {
        using var client = dynalite.CreateClient();
        return new TestCatalog(dynalite, await CatalogTables.CreateAsync(client, Token), settings);
    }

    public async Task<ImageId> AnnounceAsync(Announcement image) => (await Images.AnnounceAsync(image, Token)).Image.Id;

    public async Task<Claim> ClaimAsync(ImageId id, string owner = "first") =>
        Assert.IsType<ClaimOutcome.Claimed>(await Claims.ClaimAsync(id, owner, Token)).Claim;

    public async Task<ImageId> MakeReadyAsync(Announcement image, Findings picture)
    {
        var id = await AnnounceAsync(image);
        Assert.True(await Claims.CompleteAsync(await ClaimAsync(id), picture, Token));
        return id;
    }

    /// <summary>Three attempts, each of which gives up.</summary>
    public async Task<ImageId> MakeFailedAsync(Announcement image)
    {
        var id = await AnnounceAsync(image);

        for (var attempt = 1; attempt <= ImageClaims.MaximumAttempts; attempt++)
        {
            await Claims.FailAsync(await ClaimAsync(id), Token);
        }

        return id;
    }

    public async Task<Image> FindAsync(ImageId id) => Assert.IsType<Image>(await Images.FindAsync(id, Token));

    public async Task<DayStatistics> TodayAsync() =>
        (await Statistics.ListDaysAsync(Clock.Today, Token)).SingleOrDefault() ?? new DayStatistics(Clock.Today);

    public async Task<Dictionary<string, long>> LabelsAsync(string prefix = "") =>
        (await Statistics.ListLabelsAsync(prefix, int.MaxValue, Token)).ToDictionary(label => label.Name, label => label.Count);

    /// <summary>Every item of the table, as it lies there.</summary>
    public async Task<List<Dictionary<string, AttributeValue>>> ItemsAsync() =>
        (await _services.GetRequiredService<IAmazonDynamoDB>().ScanAsync(new ScanRequest(_table) { ConsistentRead = true }, Token)).Items
            ?? [];

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
