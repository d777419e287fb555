using Iris.Catalog;
using Iris.Catalog.Processing;
using Iris.Catalog.Statistics;
using Iris.Ops.Data;
using Iris.Tests.Support;

namespace Iris.Tests.Integration.Catalog;

/// <summary>
/// Ends the process after each single write of each change, lets the retry come, and counts. Then loses the answer to each single write,
/// and counts again.
/// </summary>
public sealed class CountersTests(Dynalite dynalite)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public Task However_completing_is_interrupted_the_image_counts_once() => InterruptAfterEachWriteAsync(
        prepare: catalog => catalog.AnnounceAsync(Samples.Image()),
        change: async (catalog, id) =>
        {
            if (await catalog.Claims.ClaimAsync(id, "invocation", Token) is ClaimOutcome.Claimed { Claim: var claim })
            {
                Assert.True(await catalog.Claims.CompleteAsync(claim, Samples.Findings("Dog", "Pet", "dog"), Token));
            }
        },
        check: async (catalog, id) =>
        {
            Assert.Equal(ImageStatus.Ready, (await catalog.FindAsync(id)).Status);
            Assert.Equal([("Dog", 1), ("Pet", 1)], (await catalog.LabelsAsync()).Select(label => (label.Key, label.Value)).Order());
            var today = await catalog.TodayAsync();
            Assert.Equal((1, Samples.Image().Size, 0), (today.Ready, today.Bytes, today.Failed));
            Assert.InRange(today.Processing.P50!.Value, 210, 300);
        });

    [Fact]
    public Task However_rejecting_is_interrupted_the_image_counts_once() => InterruptAfterEachWriteAsync(
        prepare: catalog => catalog.AnnounceAsync(Samples.Image()),
        change: async (catalog, id) =>
        {
            if (await catalog.Claims.ClaimAsync(id, "invocation", Token) is ClaimOutcome.Claimed { Claim: var claim })
            {
                Assert.True(await catalog.Claims.RejectAsync(claim, new(RejectionCode.NotAnImage, "Text."), Token));
            }
        },
        check: async (catalog, id) =>
        {
            Assert.Equal(ImageStatus.Rejected, (await catalog.FindAsync(id)).Status);
            var today = await catalog.TodayAsync();
            Assert.Equal(1, today.Rejected);
            Assert.Equal([(RejectionCode.NotAnImage, 1)], today.Reasons.Select(reason => (reason.Key, reason.Value)));
        });

    [Fact]
    public Task However_a_redriven_event_is_interrupted_the_failure_is_uncounted_once() => InterruptAfterEachWriteAsync(
        prepare: catalog => catalog.MakeFailedAsync(Samples.Image()),
        change: async (catalog, id) =>
        {
            if (await catalog.Claims.ClaimAsync(id, "invocation", Token) is ClaimOutcome.Claimed { Claim: var claim })
            {
                Assert.True(await catalog.Claims.CompleteAsync(claim, Samples.Findings("Dog"), Token));
            }
        },
        check: async (catalog, _) =>
        {
            var today = await catalog.TodayAsync();
            Assert.Equal((1, 0), (today.Ready, today.Failed));
            Assert.Empty(today.Reasons);
        });

    [Fact]
    public Task However_a_retry_is_interrupted_the_failure_is_uncounted_once() => InterruptAfterEachWriteAsync(
        prepare: async catalog =>
        {
            var id = await catalog.MakeFailedAsync(Samples.Image());
            catalog.Bucket.Add($"uploads/{id}");
            return id;
        },
        change: async (catalog, id) => Assert.IsType<RetryOutcome.Pending>(await catalog.Retry.RetryAsync(id, Token)),
        check: async (catalog, id) =>
        {
            Assert.Equal(ImageStatus.Pending, (await catalog.FindAsync(id)).Status);
            Assert.Equal(0, (await catalog.TodayAsync()).Failed);
        });

    [Fact]
    public Task However_processing_again_is_interrupted_the_new_picture_counts_once_and_the_old_one_not_at_all() => InterruptAfterEachWriteAsync(
        prepare: async catalog =>
        {
            var id = await catalog.MakeReadyAsync(Samples.Image(), Samples.Findings("Dog", "Pet"));
            catalog.Bucket.Add($"uploads/{id}");
            return id;
        },
        change: async (catalog, id) =>
        {
            var image = await catalog.FindAsync(id);
            Assert.Equal(
                ReprocessingOutcome.Sent,
                await catalog.Reprocessing.SendAsync(image, new HashSet<ImageStatus> { ImageStatus.Ready }, Token));
        },
        check: async (catalog, id) =>
        {
            Assert.Empty(await catalog.LabelsAsync());
            Assert.True(await catalog.Claims.CompleteAsync(await catalog.ClaimAsync(id), Samples.Findings("Cat"), Token));
            Assert.Equal([("Cat", 1)], (await catalog.LabelsAsync()).Select(label => (label.Key, label.Value)));
            Assert.Equal(1, (await catalog.TodayAsync()).Ready);
            Assert.Empty((await catalog.Feed.ListAsync(new() { Labels = ["Dog"] }, 10, null, Token)).Items);
            Assert.DoesNotContain(await catalog.ItemsAsync(), static item => item["pk"].S == "LABEL#dog");
        });

    [Fact]
    public Task However_deleting_is_interrupted_everything_is_gone_in_the_end() => InterruptAfterEachWriteAsync(
        prepare: async catalog =>
        {
            var id = await catalog.MakeReadyAsync(Samples.Image(), Samples.Findings("Dog", "Pet"));
            catalog.Bucket.Add($"uploads/{id}");
            catalog.Bucket.Add($"images/{id}/300.webp");
            return id;
        },
        change: (catalog, id) => catalog.Deletion.DeleteAsync(id, Token),
        check: async (catalog, id) =>
        {
            Assert.Null(await catalog.Images.FindAsync(id, Token));
            Assert.Empty(catalog.Bucket.Keys);
            Assert.Empty(await catalog.LabelsAsync());
            var today = await catalog.TodayAsync();
            Assert.Equal((0, 0, null), (today.Ready, today.Bytes, today.Processing.P50));
            Assert.All(await catalog.ItemsAsync(), item => Assert.Contains(item["pk"].S, (string[])["STATS", "LABELS", $"DELETED#{id}"]));
        });

    /// <summary>
    /// Cuts the wire after the first write, then after the second and so on, until the change goes through whole; then loses answers so.
    /// </summary>
    private async Task InterruptAfterEachWriteAsync(
        Func<TestCatalog, Task<ImageId>> prepare, Func<TestCatalog, ImageId, Task> change, Func<TestCatalog, ImageId, Task> check)
    {
        for (var (writes, interrupted) = (1, true); interrupted; writes++)
        {
            await using var catalog = await TestCatalog.CreateAsync(dynalite);
            var id = await prepare(catalog);

            catalog.Wire.CutAfter(writes);
            var failure = await Record.ExceptionAsync(() => change(catalog, id));
            interrupted = catalog.Wire.IsCut;
            Assert.Equal(interrupted, failure is not null);

            catalog.Wire.Mend();
            catalog.Clock.Advance(Counters.LeaseDuration);
            await change(catalog, id);
            await check(catalog, id);
        }

        for (var (write, lost) = (1, true); lost; write++)
        {
            await using var catalog = await TestCatalog.CreateAsync(dynalite);
            var id = await prepare(catalog);

            catalog.Wire.LoseAnswerTo(write);
            await change(catalog, id);
            lost = catalog.Wire.HasLostAnswer;
            await check(catalog, id);

            // Nobody is left who could take the tokens of a change back out of the counters.
            Assert.DoesNotContain(await catalog.ItemsAsync(), static item => item.ContainsKey("seen"));
        }
    }
}
