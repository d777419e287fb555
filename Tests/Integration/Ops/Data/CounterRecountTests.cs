using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Iris.Catalog.Statistics;
using Iris.Ops.Data;
using Iris.Tests.Support;

namespace Iris.Tests.Integration.Ops.Data;

public sealed class CounterRecountTests(Dynalite dynalite)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Counters_that_agree_are_left_alone()
    {
        await using var catalog = await FillAsync();

        var result = await RecountAsync(catalog);

        Assert.True(result.IsSettled);
        Assert.Empty(result.Corrections);
    }

    [Theory]
    [InlineData("LABELS", "dog", "count", 40, 2)]
    [InlineData("LABELS", "unicorn", "count", 3, 0)]
    [InlineData("STATS", null, "ready", 7, 2)]
    [InlineData("STATS", null, "failed", 0, 1)]
    public async Task A_counter_that_went_astray_is_corrected(string partition, string? sort, string attribute, int wrong, int right)
    {
        await using var catalog = await FillAsync();
        var key = new Dictionary<string, AttributeValue>
        {
            ["pk"] = new(partition),
            ["sk"] = new(sort ?? DateTime.UtcNow.ToString("yyyy-MM-dd", null)),
        };
        var table = catalog.Stack.Settings["DYNAMODB_TABLE_NAME"];
        await catalog.Get<IAmazonDynamoDB>().UpdateItemAsync(
            new()
            {
                TableName = table,
                Key = key,
                UpdateExpression = "SET #a = :wrong",
                ExpressionAttributeNames = new() { ["#a"] = attribute },
                ExpressionAttributeValues = new() { [":wrong"] = new() { N = $"{wrong}" } },
            },
            Token);

        Assert.Equal((wrong, right), Correction(await RecountAsync(catalog, dryRun: true)));
        Assert.Equal((wrong, right), Correction(await RecountAsync(catalog)));
        Assert.Empty((await RecountAsync(catalog)).Corrections);
        var item = await catalog.Get<IAmazonDynamoDB>().GetItemAsync(table, key, Token);
        Assert.Equal($"{right}", item.Item[attribute].N);

        static (long, long) Correction(RecountResult result) => (Assert.Single(result.Corrections).Was, result.Corrections[0].Is);
    }

    [Fact]
    public async Task Counters_that_were_lost_altogether_come_back()
    {
        await using var catalog = await FillAsync();
        var before = await catalog.Get<ImageStatistics>().ListLabelsAsync("", 10, Token);
        await catalog.Get<IAmazonDynamoDB>()
            .DeleteItemAsync(catalog.Stack.Settings["DYNAMODB_TABLE_NAME"], new() { ["pk"] = new("LABELS"), ["sk"] = new("dog") }, Token);

        await RecountAsync(catalog);

        Assert.Equal(before, await catalog.Get<ImageStatistics>().ListLabelsAsync("", 10, Token));
    }

    [Fact]
    public async Task An_image_that_is_read_twice_is_counted_once()
    {
        await using var catalog = await FillAsync();
        await catalog.Get<IAmazonDynamoDB>()
            .DeleteItemAsync(catalog.Stack.Settings["DYNAMODB_TABLE_NAME"], new() { ["pk"] = new("LABELS"), ["sk"] = new("dog") }, Token);
        var images = new Tally();

        var result = await catalog.Get<CounterRecount>().RunAsync(dryRun: false, images, Token);

        Assert.NotEmpty(result.Corrections);
        Assert.Equal(4, images.Count);
    }

    private async Task<MaintainedCatalog> FillAsync()
    {
        var catalog = await MaintainedCatalog.CreateAsync(dynalite);
        await catalog.MakeReadyAsync("one.jpg", "Dog", "Pet");
        await catalog.MakeReadyAsync("two.jpg", "Dog");
        await catalog.MakeFailedAsync("three.jpg");
        await catalog.AnnounceAsync("four.jpg");
        return catalog;
    }

    private static Task<RecountResult> RecountAsync(MaintainedCatalog catalog, bool dryRun = false) =>
        catalog.Get<CounterRecount>().RunAsync(dryRun, new Progress<long>(), Token);

    private sealed class Tally : IProgress<long>
    {
        public long Count { get; private set; }

        public void Report(long value) => Count += value;
    }
}
