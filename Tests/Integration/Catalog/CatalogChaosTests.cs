using Iris.Catalog;
using Iris.Catalog.Processing;
using Iris.Tests.Support;

namespace Iris.Tests.Integration.Catalog;

/// <summary>
/// Random lives of images: events come twice and late, processes end after any write, images are deleted, retried and announced again
/// meanwhile. A failing schedule is named by its seed.
/// </summary>
public sealed class CatalogChaosTests(Dynalite dynalite)
{
    private static readonly string[] s_labels = ["Dog", "Cat", "Pet", "Person"];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 12)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task Every_image_is_ready_rejected_failed_or_gone_and_outcomes_and_counters_agree(int seed)
    {
        var random = new Random(seed);
        await using var catalog = await TestCatalog.CreateAsync(dynalite);
        var images = Enumerable.Range(0, 4).Select(i => Samples.Image($"{i}.jpg")).ToArray();

        for (var step = 0; step < 40; step++)
        {
            var image = images[random.Next(images.Length)];
            await InterruptedAsync(catalog, random, () => random.Next(6) switch
            {
                0 or 1 => UploadAsync(catalog, image),
                2 => catalog.Retry.RetryAsync(image.Id, Token),
                3 when random.Next(3) == 0 => catalog.Deletion.DeleteAsync(image.Id, Token),
                _ => ProcessAsync(catalog, random, image.Id, owner: $"event-{random.Next(3)}"),
            });
            catalog.Clock.Advance(TimeSpan.FromSeconds(random.Next(60)));
        }

        await EndAsync(catalog, images);
        await AssertOutcomesAgreeAsync(catalog, images);
        await AssertCountersAgreeAsync(catalog, images);
    }

    private static async Task UploadAsync(TestCatalog catalog, Announcement image)
    {
        await catalog.Images.AnnounceAsync(image, Token);
        catalog.Bucket.Add($"uploads/{image.Id}");
    }

    private static async Task ProcessAsync(TestCatalog catalog, Random random, ImageId id, string owner)
    {
        switch (await catalog.Claims.ClaimAsync(id, owner, Token))
        {
            case ClaimOutcome.Claimed { Claim: var claim }:
                _ = random.Next(4) switch
                {
                    0 => await catalog.Claims.RejectAsync(claim, new(RejectionCode.Corrupt, "It breaks off."), Token),
                    1 => await catalog.Claims.FailAsync(claim, Token) == FailureOutcome.GivenUp,
                    _ => await catalog.Claims.CompleteAsync(claim, Samples.Findings([.. s_labels.Where(_ => random.Next(2) == 0)]), Token),
                };
                break;

            case ClaimOutcome.AlreadyFinal { Image: var final }:
                await catalog.Claims.PublishAgainAsync(final, Token);
                break;
        }
    }

    private static async Task InterruptedAsync(TestCatalog catalog, Random random, Func<Task> action)
    {
        if (random.Next(2) == 0)
        {
            catalog.Wire.CutAfter(1 + random.Next(12));
        }

        var failure = await Record.ExceptionAsync(action);
        Assert.True(failure is null || catalog.Wire.IsCut, failure?.ToString());
        catalog.Wire.Mend();
    }

    /// <summary>Nothing is interrupted any more: deletions are repeated, and each event comes once more.</summary>
    private static async Task EndAsync(TestCatalog catalog, Announcement[] images)
    {
        catalog.Clock.Advance(ImageClaims.LeaseDuration);

        foreach (var image in images)
        {
            if (await catalog.Images.FindAsync(image.Id, Token) is null)
            {
                await catalog.Deletion.DeleteAsync(image.Id, Token);
            }
            else if (await catalog.Claims.ClaimAsync(image.Id, "last", Token) is ClaimOutcome.Claimed { Claim: var claim })
            {
                Assert.True(await catalog.Claims.CompleteAsync(claim, Samples.Findings("Dog"), Token));
            }
            else
            {
                await catalog.Claims.PublishAgainAsync(await catalog.FindAsync(image.Id), Token);
            }
        }
    }

    /// <summary>Who waits for an image learns of its end, and of no end of an image that is gone.</summary>
    private static async Task AssertOutcomesAgreeAsync(TestCatalog catalog, Announcement[] images)
    {
        foreach (var image in images)
        {
            Assert.Equal(
                await catalog.Images.FindAsync(image.Id, Token) is not null,
                catalog.Bucket.Keys.Contains($"images/{image.Id}/outcome.json"));
        }
    }

    private static async Task AssertCountersAgreeAsync(TestCatalog catalog, Announcement[] images)
    {
        var left = new List<Image>();

        foreach (var image in images)
        {
            if (await catalog.Images.FindAsync(image.Id, Token) is { } found)
            {
                Assert.True(found.IsFinal, $"{found.Status}");
                left.Add(found);
            }
        }

        var days = await catalog.Statistics.ListDaysAsync(DateOnly.MinValue, Token);
        var labels = left.SelectMany(image => image.Findings?.Labels ?? []).CountBy(label => label.Name).ToDictionary();
        Assert.Equal(Count(left, ImageStatus.Ready), days.Sum(day => day.Ready));
        Assert.Equal(Count(left, ImageStatus.Rejected), days.Sum(day => day.Rejected));
        Assert.Equal(Count(left, ImageStatus.Failed), days.Sum(day => day.Failed));
        Assert.Equal(left.Where(image => image.Status == ImageStatus.Ready).Sum(image => image.Size), days.Sum(day => day.Bytes));
        Assert.Equal(
            labels.OrderBy(label => label.Key).Select(label => (label.Key, (long)label.Value)),
            (await catalog.LabelsAsync()).OrderBy(label => label.Key).Select(label => (label.Key, label.Value)));
    }

    private static int Count(List<Image> images, ImageStatus status) => images.Count(image => image.Status == status);
}
