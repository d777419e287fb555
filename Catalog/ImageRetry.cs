using Iris.Catalog.Objects;
using Iris.Catalog.Outcomes;
using Iris.Catalog.Statistics;
using Iris.Catalog.Table;

namespace Iris.Catalog;

/// <summary>
/// Has a failed image processed once more: takes it back to pending, then makes S3 report its original as created, which invokes the
/// processor as the upload did.
/// </summary>
internal sealed class ImageRetry(ImageTable images, Counters counters, ImageObjects objects, ImageOutcomes outcomes)
{
    /// <summary>For an operator, who may retry everything. May be repeated until processing begins.</summary>
    public Task<RetryOutcome> RetryAsync(ImageId id, CancellationToken cancellationToken) =>
        RetryAsync(id, static _ => true, cancellationToken);

    /// <summary>For everybody else: the same with what is their own.</summary>
    public Task<RetryOutcome> RetryOwnAsync(ImageId id, Owner? somebody, CancellationToken cancellationToken) =>
        RetryAsync(id, image => image.IsOf(somebody), cancellationToken);

    private async Task<RetryOutcome> RetryAsync(ImageId id, Func<Image, bool> isAllowed, CancellationToken cancellationToken)
    {
        // First: an image that cannot be processed must stay failed, and not wait for an event that never comes.
        if (await images.FindAsync(id, cancellationToken) is { } found
            && found.AsSeen(images.Now) is { Status: ImageStatus.Failed } failed
            && isAllowed(failed))
        {
            if (!await objects.HasOriginalAsync(id, cancellationToken))
            {
                return new RetryOutcome.WithoutOriginal();
            }

            await outcomes.WithdrawAsync(id, cancellationToken);
        }

        return await ResetAsync(id, isAllowed, cancellationToken) switch
        {
            RetryOutcome.Pending { Image: var image } when !await objects.EmitAgainAsync(image, cancellationToken) =>
                new RetryOutcome.WithoutOriginal(),
            var outcome => outcome,
        };
    }

    private async Task<RetryOutcome> ResetAsync(ImageId id, Func<Image, bool> isAllowed, CancellationToken cancellationToken)
    {
        var owner = Guid.NewGuid().ToString("N");

        while (await counters.FindSettledAsync(id, owner, cancellationToken) is { } stored && stored.AsSeen(images.Now) is { } image)
        {
            if (!isAllowed(image))
            {
                return new RetryOutcome.NotYours();
            }

            // Only a retried image is pending without an end.
            if (stored is { Image.Status: ImageStatus.Pending, ExpiresAt: null })
            {
                return new RetryOutcome.Pending(image);
            }

            if (!stored.IsRetryable(images.Now))
            {
                return new RetryOutcome.NotFailed(image);
            }

            if (await images.TryChangeAsync(stored, update => Reset(update, stored, owner), cancellationToken) is { } reset
                && await counters.SettleAsync(reset, cancellationToken) is { } pending)
            {
                return new RetryOutcome.Pending(pending.Image);
            }
        }

        return new RetryOutcome.Missing();
    }

    private void Reset(Update update, StoredImage stored, string owner)
    {
        update
            .Set(ImageItem.Status, Value.Name(ImageStatus.Pending))
            .Set(ImageItem.Attempt, Value.Number(0))
            .Set(new Lease(owner, images.Now + Counters.LeaseDuration))
            .Remove(ImageItem.ProcessedAt, ImageItem.ReasonCode, ImageItem.ReasonMessage);

        if (stored.Image.Status == ImageStatus.Failed)
        {
            update.Set(Owed.Leave(ImageStatus.Failed));
        }
    }
}

/// <summary>What came of asking for a retry.</summary>
public abstract record RetryOutcome
{
    private RetryOutcome()
    {
    }

    /// <summary>The image is pending again, and its event on the way.</summary>
    public sealed record Pending(Image Image) : RetryOutcome;

    public sealed record NotYours : RetryOutcome;

    public sealed record NotFailed(Image Image) : RetryOutcome;

    /// <summary>There are no bytes to process.</summary>
    public sealed record WithoutOriginal : RetryOutcome;

    public sealed record Missing : RetryOutcome;
}
