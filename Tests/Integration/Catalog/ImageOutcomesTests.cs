using Iris.Catalog;
using Iris.Catalog.Processing;
using Iris.Tests.Support;

namespace Iris.Tests.Integration.Catalog;

/// <summary>Who waits for an image asks for an object: it is there when the row is final, and gone before the row is so no more.</summary>
public sealed class ImageOutcomesTests(Dynalite dynalite)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Before_the_end_there_is_none()
    {
        await using var catalog = await TestCatalog.CreateAsync(dynalite);
        var id = await catalog.AnnounceAsync(Samples.Image());
        Assert.False(HasOutcome(catalog, id));

        var claim = await catalog.ClaimAsync(id);
        Assert.False(HasOutcome(catalog, id));

        Assert.Equal(FailureOutcome.WillBeRetried, await catalog.Claims.FailAsync(claim, Token));
        Assert.False(HasOutcome(catalog, id));
    }

    [Fact]
    public async Task A_deletion_takes_it_away()
    {
        await using var catalog = await TestCatalog.CreateAsync(dynalite);
        var id = await catalog.MakeReadyAsync(Samples.Image(), Samples.Findings());
        Assert.True(HasOutcome(catalog, id));

        await catalog.Deletion.DeleteAsync(id, Token);

        Assert.False(HasOutcome(catalog, id));
    }

    [Fact]
    public async Task A_retry_that_ends_after_its_first_write_has_taken_it_away_already()
    {
        await using var catalog = await TestCatalog.CreateAsync(dynalite);
        var id = await catalog.MakeFailedAsync(Samples.Image());
        catalog.Bucket.Add($"uploads/{id}");
        Assert.True(HasOutcome(catalog, id));

        catalog.Wire.CutAfter(1);
        await Assert.ThrowsAsync<ProcessEndedException>(() => catalog.Retry.RetryAsync(id, Token));
        catalog.Wire.Mend();

        Assert.False(HasOutcome(catalog, id));
        Assert.Equal(ImageStatus.Failed, (await catalog.FindAsync(id)).Status);
    }

    [Fact]
    public async Task Processing_again_takes_it_away()
    {
        await using var catalog = await TestCatalog.CreateAsync(dynalite);
        var id = await catalog.MakeReadyAsync(Samples.Image(), Samples.Findings());
        catalog.Bucket.Add($"uploads/{id}");

        await catalog.Reprocessing.SendAsync(await catalog.FindAsync(id), new HashSet<ImageStatus> { ImageStatus.Ready }, Token);

        Assert.False(HasOutcome(catalog, id));
    }

    [Fact]
    public async Task A_redriven_event_takes_it_away()
    {
        await using var catalog = await TestCatalog.CreateAsync(dynalite);
        var id = await catalog.MakeFailedAsync(Samples.Image());

        await catalog.ClaimAsync(id, "redriven");

        Assert.False(HasOutcome(catalog, id));
    }

    [Fact]
    public async Task One_that_is_written_after_the_image_was_deleted_does_not_stay()
    {
        await using var catalog = await TestCatalog.CreateAsync(dynalite);
        var id = await catalog.MakeReadyAsync(Samples.Image(), Samples.Findings());
        var final = await catalog.FindAsync(id);
        await catalog.Deletion.DeleteAsync(id, Token);

        await catalog.Claims.PublishAgainAsync(final, Token);

        Assert.False(HasOutcome(catalog, id));
    }

    [Fact]
    public async Task One_that_is_written_after_the_image_was_announced_again_does_not_stay()
    {
        await using var catalog = await TestCatalog.CreateAsync(dynalite);
        var id = await catalog.MakeReadyAsync(Samples.Image(), Samples.Findings());
        var final = await catalog.FindAsync(id);
        await catalog.Deletion.DeleteAsync(id, Token);
        catalog.Clock.Advance(TimeSpan.FromSeconds(1));
        await catalog.AnnounceAsync(Samples.Image());

        await catalog.Claims.PublishAgainAsync(final, Token);

        Assert.False(HasOutcome(catalog, id));
    }

    [Fact]
    public async Task A_process_that_ends_before_it_is_written_leaves_an_event_that_has_to_come_again()
    {
        await using var catalog = await TestCatalog.CreateAsync(dynalite);
        var id = await catalog.AnnounceAsync(Samples.Image());
        var claim = await catalog.ClaimAsync(id, "invocation");
        catalog.Wire.CutAfter(1);
        await Assert.ThrowsAsync<ProcessEndedException>(() => catalog.Claims.RejectAsync(claim, new(RejectionCode.Corrupt, "It breaks off."), Token));
        catalog.Wire.Mend();
        Assert.False(HasOutcome(catalog, id));

        Assert.Equal(FailureOutcome.Untold, await catalog.Claims.FailAsync(claim, Token));
        var again = Assert.IsType<ClaimOutcome.AlreadyFinal>(await catalog.Claims.ClaimAsync(id, "invocation", Token));
        await catalog.Claims.PublishAgainAsync(again.Image, Token);

        Assert.True(HasOutcome(catalog, id));
    }

    [Fact]
    public async Task An_earlier_attempt_of_the_same_invocation_is_superseded_whatever_the_later_one_has_left_to_tell()
    {
        await using var catalog = await TestCatalog.CreateAsync(dynalite);
        var id = await catalog.AnnounceAsync(Samples.Image());
        var ghost = await catalog.ClaimAsync(id, "invocation");
        var later = await catalog.ClaimAsync(id, "invocation");
        catalog.Wire.CutAfter(1);
        await Assert.ThrowsAsync<ProcessEndedException>(() => catalog.Claims.RejectAsync(later, new(RejectionCode.Corrupt, "It breaks off."), Token));
        catalog.Wire.Mend();

        Assert.Equal(FailureOutcome.Superseded, await catalog.Claims.FailAsync(ghost, Token));
        Assert.Equal(FailureOutcome.Untold, await catalog.Claims.FailAsync(later, Token));
    }

    private static bool HasOutcome(TestCatalog catalog, ImageId id) => catalog.Bucket.Keys.Contains($"images/{id}/outcome.json");
}
