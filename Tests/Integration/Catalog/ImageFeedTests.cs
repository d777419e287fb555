using Iris.Catalog;
using Iris.Catalog.Feed;
using Iris.Tests.Support;

namespace Iris.Tests.Integration.Catalog;

public sealed class ImageFeedTests(Dynalite dynalite)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_page_of_thirty_is_one_request_whatever_the_size_of_the_table()
    {
        await using var catalog = await TestCatalog.CreateAsync(dynalite);

        foreach (var size in (int[])[0, 10, 100])
        {
            await FillAsync(catalog, size, _ => []);
            var before = catalog.Wire.Requests;

            var page = await catalog.Feed.ListAsync(new(), 30, after: null, Token);

            Assert.Equal(Math.Min(size, 30), page.Items.Count);
            Assert.Equal(1, catalog.Wire.Requests - before);
        }
    }

    [Fact]
    public async Task A_page_under_one_label_is_a_query_and_a_batch()
    {
        await using var catalog = await TestCatalog.CreateAsync(dynalite);
        await FillAsync(catalog, 50, _ => ["Dog"]);
        var before = catalog.Wire.Requests;

        var page = await catalog.Feed.ListAsync(new() { Labels = ["dog"] }, 30, after: null, Token);

        Assert.Equal(30, page.Items.Count);
        Assert.InRange(catalog.Wire.Requests - before, 1, 2);
    }

    [Fact]
    public async Task Labels_that_never_meet_end_a_page_early_and_the_list_in_the_end()
    {
        await using var catalog = await TestCatalog.CreateAsync(dynalite);
        await FillAsync(catalog, 120, i => [i % 2 == 0 ? "Even" : "Odd"]);
        var requests = new List<int>();

        for (FeedCursor? next = null; ;)
        {
            var before = catalog.Wire.Requests;
            var page = await catalog.Feed.ListAsync(new() { Labels = ["Even", "Odd"] }, 1, next, Token);
            requests.Add(catalog.Wire.Requests - before);
            Assert.Empty(page.Items);

            if ((next = page.Next) is null)
            {
                break;
            }
        }

        Assert.All(requests, count => Assert.InRange(count, 1, 17));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Pages_together_hold_exactly_the_images_that_show_every_label(int seed)
    {
        var random = new Random(seed);
        string[] names = ["A", "B", "C"];
        var labels = Enumerable.Range(0, 60).Select(_ => names.Where(_ => random.Next(3) > 0).ToArray()).ToArray();
        await using var catalog = await TestCatalog.CreateAsync(dynalite);
        var ids = await FillAsync(catalog, labels.Length, i => labels[i]);

        foreach (var wanted in (string[][])[["A"], ["A", "B"], ["C", "B", "A"]])
        {
            var expected = ids.Where((_, i) => wanted.All(labels[i].Contains)).Reverse();

            Assert.Equal(expected, await ListAllAsync(catalog, wanted, limit: 1 + random.Next(9)));
        }
    }

    [Fact]
    public async Task An_entry_whose_image_does_not_show_the_label_is_passed_over()
    {
        await using var catalog = await TestCatalog.CreateAsync(dynalite);
        var id = await catalog.AnnounceAsync(Samples.Image());
        var claim = await catalog.ClaimAsync(id);
        catalog.Wire.CutAfter(1);
        await Record.ExceptionAsync(() => catalog.Claims.CompleteAsync(claim, Samples.Findings("Ghost"), Token));
        catalog.Wire.Mend();
        await catalog.Claims.CompleteAsync(await catalog.ClaimAsync(id), Samples.Findings("Dog"), Token);

        Assert.Empty((await catalog.Feed.ListAsync(new() { Labels = ["Ghost"] }, 30, after: null, Token)).Items);
        Assert.Single((await catalog.Feed.ListAsync(new() { Labels = ["Dog"] }, 30, after: null, Token)).Items);
    }

    /// <summary>Makes images until there are so many, each a millisecond younger than the one before.</summary>
    private static async Task<List<ImageId>> FillAsync(TestCatalog catalog, int size, Func<int, string[]> labels)
    {
        List<ImageId> ids = [];

        for (var i = 0; i < size; i++)
        {
            catalog.Clock.Advance(TimeSpan.FromMilliseconds(1));
            var image = Samples.Image($"{i}.jpg");
            ids.Add(image.Id);

            if (await catalog.Images.FindAsync(image.Id, Token) is null)
            {
                await catalog.MakeReadyAsync(image, Samples.Findings(labels(i)));
            }
        }

        return ids;
    }

    private static async Task<List<ImageId>> ListAllAsync(TestCatalog catalog, string[] labels, int limit)
    {
        List<ImageId> ids = [];
        var page = await catalog.Feed.ListAsync(new() { Labels = labels }, limit, after: null, Token);

        for (; page.Next is { } next; page = await catalog.Feed.ListAsync(new() { Labels = labels }, limit, next, Token))
        {
            Assert.InRange(page.Items.Count, 0, limit);
            ids.AddRange(page.Items.Select(image => image.Id));
        }

        return [.. ids, .. page.Items.Select(image => image.Id)];
    }
}
