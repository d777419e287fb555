using Iris.Catalog;
using Iris.Catalog.Processing;
using Iris.Tests.Support;

namespace Iris.Tests.Integration.Catalog;

public sealed class ImageClaimsTests(Dynalite dynalite)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Of_twenty_claims_at_once_one_wins_and_the_others_find_it_leased()
    {
        await using var catalog = await TestCatalog.CreateAsync(dynalite);
        var id = await catalog.AnnounceAsync(Samples.Image());

        var outcomes = await Task.WhenAll(
            Enumerable.Range(0, 20).Select(owner => catalog.Claims.ClaimAsync(id, $"invocation-{owner}", Token)));

        Assert.Single(outcomes.OfType<ClaimOutcome.Claimed>());
        Assert.Equal(19, outcomes.OfType<ClaimOutcome.LeasedElsewhere>().Count());
        Assert.Equal(ImageStatus.Processing, (await catalog.FindAsync(id)).Status);
    }

    [Fact]
    public async Task The_retry_of_an_invocation_takes_its_own_lease_over_at_once()
    {
        await using var catalog = await TestCatalog.CreateAsync(dynalite);
        var id = await catalog.AnnounceAsync(Samples.Image());
        await catalog.ClaimAsync(id, "killed");

        var claim = await catalog.ClaimAsync(id, "killed");

        Assert.Equal(2, claim.Image.Attempt);
    }

    [Fact]
    public async Task A_lease_that_ran_out_is_there_for_anybody()
    {
        await using var catalog = await TestCatalog.CreateAsync(dynalite);
        var id = await catalog.AnnounceAsync(Samples.Image());
        await catalog.ClaimAsync(id, "lost");
        catalog.Clock.Advance(ImageClaims.LeaseDuration);

        Assert.Equal(2, (await catalog.ClaimAsync(id, "other")).Image.Attempt);
    }

    [Fact]
    public async Task Who_lost_the_lease_can_neither_complete_nor_reject_nor_fail()
    {
        await using var catalog = await TestCatalog.CreateAsync(dynalite);
        var id = await catalog.AnnounceAsync(Samples.Image());
        var late = await catalog.ClaimAsync(id, "late");
        catalog.Clock.Advance(ImageClaims.LeaseDuration);
        await catalog.ClaimAsync(id, "other");

        Assert.False(await catalog.Claims.CompleteAsync(late, Samples.Findings("Dog"), Token));
        Assert.False(await catalog.Claims.RejectAsync(late, new(RejectionCode.Corrupt, "Broken."), Token));
        Assert.Equal(FailureOutcome.Superseded, await catalog.Claims.FailAsync(late, Token));
        Assert.Equal(ImageStatus.Processing, (await catalog.FindAsync(id)).Status);
    }

    [Fact]
    public async Task A_final_image_is_not_claimed_again()
    {
        await using var catalog = await TestCatalog.CreateAsync(dynalite);
        var id = await catalog.MakeReadyAsync(Samples.Image(), Samples.Findings("Dog"));

        var outcome = Assert.IsType<ClaimOutcome.AlreadyFinal>(await catalog.Claims.ClaimAsync(id, "duplicate", Token));

        Assert.Equal(ImageStatus.Ready, outcome.Image.Status);
    }

    [Fact]
    public async Task An_image_that_nobody_announced_is_missing()
    {
        await using var catalog = await TestCatalog.CreateAsync(dynalite);

        Assert.IsType<ClaimOutcome.Missing>(await catalog.Claims.ClaimAsync(Samples.Image().Id, "stray", Token));
    }

    [Fact]
    public async Task The_third_failed_attempt_fails_the_image_and_the_first_two_release_it()
    {
        await using var catalog = await TestCatalog.CreateAsync(dynalite);
        var id = await catalog.AnnounceAsync(Samples.Image());

        Assert.Equal(FailureOutcome.WillBeRetried, await catalog.Claims.FailAsync(await catalog.ClaimAsync(id, "a"), Token));
        Assert.Equal(FailureOutcome.WillBeRetried, await catalog.Claims.FailAsync(await catalog.ClaimAsync(id, "b"), Token));
        Assert.Equal(FailureOutcome.GivenUp, await catalog.Claims.FailAsync(await catalog.ClaimAsync(id, "c"), Token));

        var image = await catalog.FindAsync(id);
        Assert.Equal((ImageStatus.Failed, RejectionCode.ProcessingFailed), (image.Status, image.Reason?.Code));
    }

    [Fact]
    public async Task The_lost_answer_to_a_claim_costs_no_attempt()
    {
        await using var catalog = await TestCatalog.CreateAsync(dynalite);
        var id = await catalog.AnnounceAsync(Samples.Image());
        catalog.Wire.LoseAnswerTo(1);

        Assert.Equal(1, (await catalog.ClaimAsync(id)).Image.Attempt);
        Assert.True(catalog.Wire.HasLostAnswer);
    }

    [Theory]
    [InlineData(1, FailureOutcome.WillBeRetried)]
    [InlineData(ImageClaims.MaximumAttempts, FailureOutcome.GivenUp)]
    public async Task The_lost_answer_to_a_failure_does_not_make_it_another_ones_image(int attempts, FailureOutcome expected)
    {
        await using var catalog = await TestCatalog.CreateAsync(dynalite);
        var id = await catalog.AnnounceAsync(Samples.Image());
        var claim = await catalog.ClaimAsync(id);

        while (claim.Image.Attempt < attempts)
        {
            claim = await catalog.ClaimAsync(id);
        }

        catalog.Wire.LoseAnswerTo(1);

        Assert.Equal(expected, await catalog.Claims.FailAsync(claim, Token));
        Assert.True(catalog.Wire.HasLostAnswer);
    }

    [Fact]
    public async Task A_redriven_event_begins_again_with_a_failed_image()
    {
        await using var catalog = await TestCatalog.CreateAsync(dynalite);
        var id = await catalog.MakeFailedAsync(Samples.Image());

        var claim = await catalog.ClaimAsync(id, "redriven");

        Assert.Equal((1, null), (claim.Image.Attempt, claim.Image.Reason));
        Assert.Equal(0, (await catalog.TodayAsync()).Failed);
    }

    [Fact]
    public async Task Processing_that_nobody_continues_reads_as_failed()
    {
        await using var catalog = await TestCatalog.CreateAsync(dynalite);
        var id = await catalog.AnnounceAsync(Samples.Image());
        await catalog.ClaimAsync(id);
        catalog.Clock.Advance(TimeSpan.FromMinutes(11));

        var image = await catalog.FindAsync(id);

        Assert.Equal((ImageStatus.Failed, RejectionCode.ProcessingFailed), (image.Status, image.Reason?.Code));
    }

    [Fact]
    public async Task What_was_found_out_comes_back_as_it_was_given()
    {
        await using var catalog = await TestCatalog.CreateAsync(dynalite);
        var picture = Samples.Findings("Dog", "Cat");

        var image = await catalog.FindAsync(await catalog.MakeReadyAsync(Samples.Image(), picture));

        Assert.Equivalent(picture, image.Findings, strict: true);
        Assert.Equal(Samples.Image().TraceParent, image.TraceParent);
    }
}
