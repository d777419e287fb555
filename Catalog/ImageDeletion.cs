using Iris.Catalog.Feed;
using Iris.Catalog.Objects;
using Iris.Catalog.Statistics;
using Iris.Catalog.Table;

namespace Iris.Catalog;

/// <summary>
/// Deletes an image: first the mark that hides it, then a note by which an operator may bring it back if its bytes had come, then all that
/// hangs on it, last the item itself. While the item is there somebody can still find out what has to go.
/// </summary>
internal sealed class ImageDeletion(
    ImageTable images, DeletedImages deleted, Counters counters, LabelEntries labels, ImageObjects objects)
{
    /// <summary>For an operator, who may delete everything. May be repeated, and completes what an earlier call left undone.</summary>
    public Task DeleteAsync(ImageId id, CancellationToken cancellationToken) => DeleteAsync(id, static _ => true, cancellationToken);

    /// <summary>For everybody else: the same with what is their own. False when it is not.</summary>
    public Task<bool> DeleteOwnAsync(ImageId id, Owner? somebody, CancellationToken cancellationToken) =>
        DeleteAsync(id, image => image.IsOf(somebody), cancellationToken);

    private async Task<bool> DeleteAsync(ImageId id, Func<Image, bool> isAllowed, CancellationToken cancellationToken)
    {
        var owner = Guid.NewGuid().ToString("N");

        while (await images.FindAsync(id, cancellationToken) is { } stored)
        {
            // What is gone is gone for its owner and for everybody else, however much of it is still there.
            if (!stored.IsGone(images.Now) && !isAllowed(stored.Image))
            {
                return false;
            }

            var marked = stored.IsDeleting
                ? await ContinueAsync(stored, owner, cancellationToken)
                : await counters.FindSettledAsync(id, owner, cancellationToken) is { IsDeleting: false } settled
                    ? await images.TryChangeAsync(settled, update => Mark(update, settled, owner), cancellationToken)
                    : null;

            if (marked is not null)
            {
                await RemoveAsync(marked, cancellationToken);
                return true;
            }
        }

        return true;
    }

    /// <summary>Deletes the image if it still is as it was seen: nobody has taken it up since.</summary>
    public async Task<bool> TryDeleteAsync(StoredImage seen, CancellationToken cancellationToken)
    {
        var owner = Guid.NewGuid().ToString("N");
        var marked = seen.IsDeleting
            ? await ContinueAsync(seen, owner, cancellationToken)
            : await images.TryChangeAsync(seen, update => Mark(update, seen, owner), cancellationToken);

        if (marked is null)
        {
            return false;
        }

        await RemoveAsync(marked, cancellationToken);
        return true;
    }

    /// <summary>Takes over from somebody who has not finished in time; until then, waits for them.</summary>
    private async Task<StoredImage?> ContinueAsync(StoredImage stored, string owner, CancellationToken cancellationToken)
    {
        if (stored.CanBeLeasedTo(owner, images.Now))
        {
            return await images.TryChangeAsync(
                stored, update => update.Set(new Lease(owner, images.Now + Counters.LeaseDuration)), cancellationToken);
        }

        await images.PauseAsync(cancellationToken);
        return null;
    }

    private void Mark(Update update, StoredImage stored, string owner)
    {
        update
            .Set(ImageItem.Deleting, Value.Time(images.Now))
            .Set(new Lease(owner, images.Now + Counters.LeaseDuration))
            .Remove(FeedKey.PartitionAttribute, FeedKey.SortAttribute, ImageItem.ExpiresAt);

        if (stored.Image.IsFinal)
        {
            update.Set(Owed.Leave(stored.Image.Status));
        }
    }

    private async Task RemoveAsync(StoredImage stored, CancellationToken cancellationToken)
    {
        // Who announced without bringing the bytes has lost nothing, and takes no note of whoever did bring them.
        if (stored.Image.Status != ImageStatus.Pending || await objects.HasOriginalAsync(stored.Image.Id, cancellationToken))
        {
            await deleted.RememberAsync(stored.Image, cancellationToken);
        }

        await Task.WhenAll(
            objects.DeleteAsync(stored.Image.Id, cancellationToken),
            labels.RemoveAsync(stored.Image, stored.Image.Findings?.Labels ?? [], cancellationToken));

        if (await counters.SettleAsync(stored, cancellationToken) is not null)
        {
            await images.RemoveAsync(stored.Image.Id, cancellationToken);
        }
    }
}
