using Amazon.DynamoDBv2;
using Iris.Catalog;
using Iris.Catalog.Feed;
using Iris.Ops.Data;
using Iris.Tests.Support;

namespace Iris.Tests.Integration.Ops.Data;

public sealed class IndexRepairTests(Dynalite dynalite)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_image_that_the_gallery_or_a_label_lost_is_found_again()
    {
        await using var catalog = await MaintainedCatalog.CreateAsync(dynalite);
        var lost = await catalog.MakeReadyAsync("lost.jpg", "Dog", "Pet");
        await catalog.MakeReadyAsync("found.jpg", "Dog");
        await catalog.AnnounceAsync("announced.jpg");
        Assert.Equal(new IndexRepairResult(0, 0), await RepairAsync(catalog));
        await LoseAsync(catalog, lost);
        Assert.Equal(1, await CountAsync(catalog));

        Assert.Equal(new IndexRepairResult(1, 1), await RepairAsync(catalog, dryRun: true));
        Assert.Equal(1, await CountAsync(catalog));
        Assert.Equal(new IndexRepairResult(1, 1), await RepairAsync(catalog));

        Assert.Equal(2, await CountAsync(catalog));
        Assert.Equal(2, (await catalog.Get<ImageFeed>().ListAsync(new() { Labels = ["Dog"] }, 10, null, Token)).Items.Count);
        Assert.Equal(new IndexRepairResult(0, 0), await RepairAsync(catalog));
    }

    private static async Task LoseAsync(MaintainedCatalog catalog, ImageId id)
    {
        var (client, table) = (catalog.Get<IAmazonDynamoDB>(), catalog.Stack.Settings["DYNAMODB_TABLE_NAME"]);
        var image = await catalog.Get<ImageCatalog>().FindAsync(id, Token);
        await client.DeleteItemAsync(
            table,
            new() { ["pk"] = new("LABEL#dog"), ["sk"] = new($"{image!.CreatedAt.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss.fff'Z'}#{id}") },
            Token);
        await client.UpdateItemAsync(
            new() { TableName = table, Key = new() { ["pk"] = new($"IMAGE#{id}"), ["sk"] = new("META") }, UpdateExpression = "REMOVE feed, feedKey" }, Token);
    }

    private static async Task<int> CountAsync(MaintainedCatalog catalog) =>
        (await catalog.Get<ImageFeed>().ListAsync(new(), 10, null, Token)).Items.Count;

    private static Task<IndexRepairResult> RepairAsync(MaintainedCatalog catalog, bool dryRun = false) =>
        catalog.Get<IndexRepair>().RunAsync(dryRun, new Progress<long>(), Token);
}
