using Iris.Catalog;
using Iris.Catalog.Feed;
using Iris.Ops.Data;
using Iris.Tests.Support;

namespace Iris.Tests.Integration.Ops.Data;

public sealed class ImageSweepTests(Dynalite dynalite)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_was_announced_and_never_uploaded_goes_after_its_day()
    {
        await using var catalog = await MaintainedCatalog.CreateAsync(dynalite);
        var ready = await catalog.MakeReadyAsync("ready.jpg", "Dog");
        var announced = await catalog.AnnounceAsync("announced.jpg");

        Assert.Empty((await SweepAsync(catalog)).ExpiredImages);
        catalog.Clock.By = ImageCatalog.PendingLifetime + TimeSpan.FromMinutes(1);
        var fresh = await catalog.AnnounceAsync("fresh.jpg");
        Assert.Equal([announced.ToString()], (await SweepAsync(catalog)).ExpiredImages);

        var images = catalog.Get<ImageCatalog>();
        Assert.NotNull(await images.FindAsync(ready, Token));
        Assert.NotNull(await images.FindAsync(fresh, Token));
        Assert.Empty((await SweepAsync(catalog)).ExpiredImages);
    }

    [Fact]
    public async Task Objects_without_an_image_go_once_they_are_old_enough()
    {
        await using var catalog = await MaintainedCatalog.CreateAsync(dynalite);
        var ready = await catalog.MakeReadyAsync("ready.jpg", "Dog");
        string[] orphans = ["images/unknown.txt", "images/werc8gmrzge196qvyk49jvxs4g/300.webp", "uploads/werc8gmrzge196qvyk49jvxs4g"];

        foreach (var orphan in orphans)
        {
            await catalog.PutAsync(orphan);
        }

        Assert.Empty((await SweepAsync(catalog)).OrphanObjects);
        catalog.Clock.By = ImageSweep.OrphanAge + TimeSpan.FromMinutes(1);
        Assert.Equal(orphans, (await SweepAsync(catalog)).OrphanObjects.Order(StringComparer.Ordinal));

        Assert.Equal([$"images/{ready}/300.webp", $"images/{ready}/outcome.json", $"uploads/{ready}"], await catalog.KeysAsync());
    }

    [Fact]
    public async Task Entries_under_a_label_go_with_the_image_that_they_were_left_by()
    {
        await using var catalog = await MaintainedCatalog.CreateAsync(dynalite);
        await catalog.MakeReadyAsync("ready.jpg", "Dog");
        await catalog.PutItemAsync("LABEL#dog", "2020-01-01T00:00:00.000Z#werc8gmrzge196qvyk49jvxs4g");

        Assert.Equal(1, (await SweepAsync(catalog)).OrphanLabelEntries);
        Assert.Equal(0, (await SweepAsync(catalog)).OrphanLabelEntries);
        Assert.Single((await catalog.Get<ImageFeed>().ListAsync(new() { Labels = ["Dog"] }, 10, null, Token)).Items);
    }

    [Fact]
    public async Task Looking_removes_nothing()
    {
        await using var catalog = await MaintainedCatalog.CreateAsync(dynalite);
        await catalog.AnnounceAsync("announced.jpg");
        await catalog.PutAsync("uploads/werc8gmrzge196qvyk49jvxs4g");
        catalog.Clock.By = ImageCatalog.PendingLifetime + TimeSpan.FromMinutes(1);

        var result = await SweepAsync(catalog, dryRun: true);

        Assert.Equal((1, 1), (result.ExpiredImages.Count, result.OrphanObjects.Count));
        Assert.Equal((1, 1), (await catalog.ItemsAsync(), (await catalog.KeysAsync()).Count));
    }

    private static Task<SweepResult> SweepAsync(MaintainedCatalog catalog, bool dryRun = false) =>
        catalog.Get<ImageSweep>().RunAsync(dryRun, new Progress<long>(), Token);
}
