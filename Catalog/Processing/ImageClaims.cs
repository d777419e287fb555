using Iris.Catalog.Feed;
using Iris.Catalog.Objects;
using Iris.Catalog.Outcomes;
using Iris.Catalog.Statistics;
using Iris.Catalog.Table;

namespace Iris.Catalog.Processing;

/// <summary>
/// The processor's side of the catalog: claim an image, then complete, reject or fail it. Each is one conditional write of its item, so
/// that of any number of duplicate events one does the work.
/// </summary>
internal sealed class ImageClaims(
    ImageTable images, Counters counters, LabelEntries labels, ImageObjects objects, ImageOutcomes outcomes)
{
    /// <summary>Attempts before an image counts as failed: Lambda's first and its two retries.</summary>
    public const int MaximumAttempts = 3;

    /// <summary>Longer than an invocation can last (30 s), so that a lease outlives its holder and never the other way round.</summary>
    public static readonly TimeSpan LeaseDuration = TimeSpan.FromSeconds(40);

    private static readonly Rejection s_failed = new(RejectionCode.ProcessingFailed, "Processing failed repeatedly. It can be retried.");

    /// <summary>Takes the lease of a pending, failed or abandoned image.</summary>
    /// <param name="id">The image.</param>
    /// <param name="owner">
    /// The invocation, by Lambda's request id. A retry of the same event has the same id, and follows only when the attempt before is
    /// over: it may take over a lease that is still running. A duplicate of the event has another id and may not.
    /// </param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    public async Task<ClaimOutcome> ClaimAsync(ImageId id, string owner, CancellationToken cancellationToken)
    {
        while (await images.FindAsync(id, cancellationToken) is { } stored && !stored.IsGone(images.Now))
        {
            if (stored.Owed is not null && stored.CanBeLeasedTo(owner, images.Now))
            {
                // An earlier attempt ended between the change of state and its counting.
                await counters.TakeOverAsync(stored, new Lease(owner, images.Now + LeaseDuration), cancellationToken);
                continue;
            }

            if (Refusal(stored, owner) is { } refusal)
            {
                return refusal;
            }

            if (await BeginAsync(stored, owner, cancellationToken) is { } claim)
            {
                return new ClaimOutcome.Claimed(claim);
            }
        }

        return new ClaimOutcome.Missing();
    }

    /// <summary>Makes the image ready. Its derivatives must be there.</summary>
    /// <returns>False when the image is no longer the caller's; whatever is left of a deleted one has been removed then.</returns>
    public async Task<bool> CompleteAsync(Claim claim, Findings findings, CancellationToken cancellationToken)
    {
        // Entries come first: a ready image is found by every label that it shows, and one that never turns ready by none.
        await labels.PutAsync(claim.Image, findings.Labels, cancellationToken);

        if (await FinishAsync(claim, ImageStatus.Ready, ImageItem.Write(findings), cancellationToken))
        {
            return true;
        }

        if (await images.FindAsync(claim.Image.Id, cancellationToken) is null or { IsDeleting: true })
        {
            await labels.RemoveAsync(claim.Image, findings.Labels, cancellationToken);
            await objects.DeleteAsync(claim.Image.Id, cancellationToken);
        }

        return false;
    }

    /// <summary>Rejects the image for good: its bytes are at fault.</summary>
    /// <returns>False when the image is no longer the caller's.</returns>
    public Task<bool> RejectAsync(Claim claim, Rejection reason, CancellationToken cancellationToken) =>
        FinishAsync(claim, ImageStatus.Rejected, ImageItem.Write(reason), cancellationToken);

    /// <summary>
    /// Gives an attempt up. The caller then throws, so that Lambda tries again, or after the last attempt keeps the event for an
    /// operator.
    /// </summary>
    public async Task<FailureOutcome> FailAsync(Claim claim, CancellationToken cancellationToken)
    {
        if (claim.Image.Attempt >= MaximumAttempts)
        {
            return await FinishAsync(claim, ImageStatus.Failed, ImageItem.Write(s_failed), cancellationToken)
                ? FailureOutcome.GivenUp
                : await MissedAsync(claim, cancellationToken);
        }

        var released = await images.TryChangeAsync(
            claim.Stored, update => update.Set(ImageItem.LeaseUntil, Value.Time(images.Now)), cancellationToken);
        return released is null ? await MissedAsync(claim, cancellationToken) : FailureOutcome.WillBeRetried;
    }

    /// <summary>Tells those who wait once more how an image ended that is final already: whoever wrote that may not have come to it.</summary>
    public Task PublishAgainAsync(Image final, CancellationToken cancellationToken) => outcomes.PublishAsync(final, cancellationToken);

    private async Task<FailureOutcome> MissedAsync(Claim claim, CancellationToken cancellationToken) =>
        await images.FindAsync(claim.Image.Id, cancellationToken) is { IsDeleting: false, Image.IsFinal: true } stored
        && (stored.Lease?.Owner, stored.Image.Attempt) == (claim.Stored.Lease?.Owner, claim.Image.Attempt)
            ? FailureOutcome.Untold
            : FailureOutcome.Superseded;

    private ClaimOutcome? Refusal(StoredImage stored, string owner) => stored switch
    {
        { Image.Status: ImageStatus.Ready or ImageStatus.Rejected } => new ClaimOutcome.AlreadyFinal(stored.Image),
        { Image.Status: ImageStatus.Processing } or { Owed: not null } when !stored.CanBeLeasedTo(owner, images.Now) =>
            new ClaimOutcome.LeasedElsewhere(),
        _ => null,
    };

    private async Task<Claim?> BeginAsync(StoredImage stored, string owner, CancellationToken cancellationToken)
    {
        var wasFailed = stored.Image.Status == ImageStatus.Failed;
        if (wasFailed)
        {
            await outcomes.WithdrawAsync(stored.Image.Id, cancellationToken);
        }

        var begun = await images.TryChangeAsync(stored, Begin, cancellationToken);
        return begun is null || await counters.SettleAsync(begun, cancellationToken) is not { } settled ? null : new Claim(settled);

        void Begin(Update update)
        {
            update
                .Set(ImageItem.Status, Value.Name(ImageStatus.Processing))
                .Set(ImageItem.Attempt, Value.Number(wasFailed ? 1 : stored.Image.Attempt + 1))
                .Set(new Lease(owner, images.Now + LeaseDuration))
                .Set(FeedKey.PartitionAttribute, Value.Text(FeedKey.Partition))
                .Set(FeedKey.SortAttribute, Value.Text(FeedKey.Of(stored.Image)))
                .Remove(ImageItem.ExpiresAt, ImageItem.ProcessedAt, ImageItem.ReasonCode, ImageItem.ReasonMessage);

            if (wasFailed)
            {
                update.Set(Owed.Leave(ImageStatus.Failed));
            }
        }
    }

    private async Task<bool> FinishAsync(Claim claim, ImageStatus status, Item outcome, CancellationToken cancellationToken)
    {
        var finished = await images.TryChangeAsync(claim.Stored, Finish, cancellationToken);

        if (finished is null)
        {
            return false;
        }

        // Somebody waits for the outcome, and nobody for the counters.
        await Task.WhenAll(outcomes.PublishAsync(finished.Image, cancellationToken), counters.SettleAsync(finished, cancellationToken));
        return true;

        void Finish(Update update) => update
            .Set(ImageItem.Status, Value.Name(status))
            .Set(ImageItem.ProcessedAt, Value.Time(images.Now))
            .Set(Owed.Enter(status))
            .Set(claim.File is { } file ? ImageItem.Write(file) : [])
            .Set(outcome);
    }
}
