using Iris.Catalog.Feed;
using Iris.Catalog.Objects;
using Iris.Catalog.Statistics;
using Iris.Catalog.Table;

namespace Iris.Catalog.Processing;

/// <summary>
/// The processor's side of the catalog: claim an image, then complete, reject or fail it. Each is one conditional write of the row, so
/// that of any number of duplicate events one does the work.
/// </summary>
public sealed class ImageClaims
{
    /// <summary>Attempts before an image counts as failed: Lambda's first and its two retries.</summary>
    public const int MaximumAttempts = 3;

    /// <summary>Longer than an invocation can last (30 s), so that a lease outlives its holder and never the other way round.</summary>
    public static readonly TimeSpan LeaseDuration = TimeSpan.FromSeconds(40);

    private static readonly Rejection s_failed = new(RejectionCode.ProcessingFailed, "Processing failed repeatedly. It can be retried.");

    private readonly ImageRows _rows;
    private readonly Counters _counters;
    private readonly LabelEntries _labels;
    private readonly ImageObjects _objects;

    internal ImageClaims(ImageRows rows, Counters counters, LabelEntries labels, ImageObjects objects) =>
        (_rows, _counters, _labels, _objects) = (rows, counters, labels, objects);

    /// <summary>Takes the lease of a pending, failed or forsaken image.</summary>
    /// <param name="id">The image.</param>
    /// <param name="owner">
    /// The invocation, by Lambda's request id. A retry of the same event has the same id, and follows only when the attempt before is
    /// over: it may take over a lease that is still running. A duplicate of the event has another id and may not.
    /// </param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    public async Task<ClaimOutcome> ClaimAsync(ImageId id, string owner, CancellationToken cancellationToken)
    {
        while (await _rows.FindAsync(id, cancellationToken) is { } row && !row.IsGone(_rows.Now))
        {
            if (row.Owed is not null && row.IsLeasedTo(owner, _rows.Now))
            {
                // An earlier attempt ended between the change of state and its counting.
                _ = await _counters.TakeOverAsync(row, new Lease(owner, _rows.Now + LeaseDuration), cancellationToken);
                continue;
            }

            if (Refusal(row, owner) is { } refusal)
            {
                return refusal;
            }

            if (await BeginAsync(row, owner, cancellationToken) is { } claim)
            {
                return new ClaimOutcome.Claimed(claim);
            }
        }

        return new ClaimOutcome.Missing();
    }

    /// <summary>Makes the image ready. Its derivatives must be there.</summary>
    /// <returns>False when the image is no longer the caller's; whatever is left of a deleted one has been removed then.</returns>
    public async Task<bool> CompleteAsync(Claim claim, Picture picture, CancellationToken cancellationToken)
    {
        // Entries come first: a ready image is found by every label that it shows, and one that never turns ready by none.
        await _labels.PutAsync(claim.Image, picture.Labels, cancellationToken);

        if (await FinishAsync(claim, ImageStatus.Ready, PictureItem.Write(picture), cancellationToken))
        {
            return true;
        }

        if (await _rows.FindAsync(claim.Image.Id, cancellationToken) is null or { IsDeleting: true })
        {
            await _labels.RemoveAsync(claim.Image, picture.Labels, cancellationToken);
            await _objects.DeleteAsync(claim.Image.Id, cancellationToken);
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
                : FailureOutcome.Superseded;
        }

        var released = await _rows.TryChangeAsync(
            claim.Row, update => update.Set(ImageItem.LeaseUntil, Value.Time(_rows.Now)), cancellationToken);

        return released is null ? FailureOutcome.Superseded : FailureOutcome.WillBeRetried;
    }

    private ClaimOutcome? Refusal(ImageRow row, string owner) => row switch
    {
        { Image.Status: ImageStatus.Ready or ImageStatus.Rejected } => new ClaimOutcome.AlreadyFinal(row.Image),
        { Image.Status: ImageStatus.Processing } or { Owed: not null } when !row.IsLeasedTo(owner, _rows.Now) => new ClaimOutcome.LeasedElsewhere(),
        _ => null,
    };

    private async Task<Claim?> BeginAsync(ImageRow row, string owner, CancellationToken cancellationToken)
    {
        var wasFailed = row.Image.Status == ImageStatus.Failed;
        var begun = await _rows.TryChangeAsync(row, Begin, cancellationToken);

        return begun is null || await _counters.SettleAsync(begun, cancellationToken) is not { } settled ? null : new Claim(settled);

        void Begin(Update update)
        {
            _ = update
                .Set(ImageItem.Status, Value.Name(ImageStatus.Processing))
                .Set(ImageItem.Attempt, Value.Number(wasFailed ? 1 : row.Image.Attempt + 1))
                .Set(new Lease(owner, _rows.Now + LeaseDuration))
                .Set(FeedKey.PartitionAttribute, Value.Text(FeedKey.Partition))
                .Set(FeedKey.SortAttribute, Value.Text(FeedKey.Of(row.Image)))
                .Remove(ImageItem.ExpiresAt, ImageItem.ProcessedAt, ImageItem.ReasonCode, ImageItem.ReasonMessage);
            _ = wasFailed ? update.Set(Owed.Leave(ImageStatus.Failed)) : update;
        }
    }

    private async Task<bool> FinishAsync(Claim claim, ImageStatus status, Item outcome, CancellationToken cancellationToken)
    {
        var finished = await _rows.TryChangeAsync(claim.Row, Finish, cancellationToken);

        if (finished is null)
        {
            return false;
        }

        _ = await _counters.SettleAsync(finished, cancellationToken);

        return true;

        void Finish(Update update) => update
            .Set(ImageItem.Status, Value.Name(status))
            .Set(ImageItem.ProcessedAt, Value.Time(_rows.Now))
            .Set(Owed.Enter(status))
            .Set(outcome);
    }
}
