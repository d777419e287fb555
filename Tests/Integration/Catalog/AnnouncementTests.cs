using Iris.Catalog;
using Iris.Catalog.Objects;
using Iris.Tests.Support;

namespace Iris.Tests.Integration.Catalog;

public sealed class AnnouncementTests(Dynalite dynalite)
{
    private static readonly Announcement s_first = Samples.Image();
    private static readonly Announcement s_second = s_first with { FileName = "hund.png", ContentType = "image/png", Size = 99 };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_first_announcement_stands_while_its_ticket_lives()
    {
        await using var catalog = await TestCatalog.CreateAsync(dynalite);
        await catalog.AnnounceAsync(s_first);
        catalog.Clock.Advance(ImageCatalog.TicketLifetime - TimeSpan.FromSeconds(1));

        var (image, awaitsBytes, _) = await catalog.Images.AnnounceAsync(s_second, Token);

        Assert.True(awaitsBytes);
        Assert.Equal(("dog.jpg", "image/jpeg", 12_345), (image.FileName, image.ContentType, image.Size));
        Assert.Equal(image, await catalog.FindAsync(image.Id));
    }

    [Fact]
    public async Task Only_of_one_that_was_announced_before_S3_may_know_more()
    {
        await using var catalog = await TestCatalog.CreateAsync(dynalite);

        Assert.False((await catalog.Images.AnnounceAsync(s_first, Token)).MayHaveBytes);
        Assert.True((await catalog.Images.AnnounceAsync(s_second, Token)).MayHaveBytes);
        catalog.Clock.Advance(ImageCatalog.TicketLifetime);
        Assert.False((await catalog.Images.AnnounceAsync(s_second, Token)).MayHaveBytes);
    }

    [Fact]
    public async Task What_nobody_uploaded_in_time_is_the_next_ones_to_announce()
    {
        await using var catalog = await TestCatalog.CreateAsync(dynalite);
        await catalog.AnnounceAsync(s_first);
        catalog.Clock.Advance(ImageCatalog.TicketLifetime);

        var (image, awaitsBytes, _) = await catalog.Images.AnnounceAsync(s_second, Token);

        Assert.True(awaitsBytes);
        Assert.Equal(("hund.png", "image/png", 99), (image.FileName, image.ContentType, image.Size));
    }

    [Fact]
    public async Task What_was_uploaded_in_time_stands_while_it_waits_to_be_processed()
    {
        await using var catalog = await TestCatalog.CreateAsync(dynalite);
        catalog.Bucket.Add(ObjectKeys.Original(await catalog.AnnounceAsync(s_first)));
        catalog.Clock.Advance(ImageCatalog.TicketLifetime);

        var (image, _, _) = await catalog.Images.AnnounceAsync(s_second, Token);

        Assert.Equal("dog.jpg", image.FileName);
    }

    [Fact]
    public async Task Another_hash_with_the_same_beginning_changes_nothing()
    {
        await using var catalog = await TestCatalog.CreateAsync(dynalite);
        var id = await catalog.AnnounceAsync(s_first);
        var colliding = s_second with { Sha256 = s_first.Sha256[..^1] + (s_first.Sha256[^1] == '0' ? '1' : '0') };
        Assert.Equal(id, colliding.Id);

        var (image, _, _) = await catalog.Images.AnnounceAsync(colliding, Token);

        Assert.Equal(s_first.Sha256, image.Sha256);
        Assert.Equal(image, await catalog.FindAsync(id));
    }
}
