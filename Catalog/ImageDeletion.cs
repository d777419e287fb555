using Iris.Catalog.Feed;
using Iris.Catalog.Objects;
using Iris.Catalog.Statistics;
using Iris.Catalog.Table;

namespace Iris.Catalog;

/// <summary>
/// Deletes an image: first the mark that hides it, then all that hangs on it, last the row itself. While the row is there somebody can
/// still find out what has to go.
/// </summary>
internal sealed class ImageDeletion(ImageRows rows, Counters counters, LabelEntries labels, ImageObjects objects)
{
    public async Task DeleteAsync(ImageId id, CancellationToken cancellationToken)
    {
        var owner = Guid.NewGuid().ToString("N");

        while (await rows.FindAsync(id, cancellationToken) is { } row)
        {
            var marked = row.IsDeleting
                ? await ContinueAsync(row, owner, cancellationToken)
                : await counters.FindSettledAsync(id, owner, cancellationToken) is { IsDeleting: false } settled
                    ? await rows.TryChangeAsync(settled, update => Mark(update, settled, owner), cancellationToken)
                    : null;

            if (marked is not null)
            {
                await RemoveAsync(marked, cancellationToken);

                return;
            }
        }
    }

    /// <summary>Deletes the image if it still is as it was seen: nobody has taken it up since.</summary>
    public async Task<bool> TryDeleteAsync(ImageRow seen, CancellationToken cancellationToken)
    {
        var owner = Guid.NewGuid().ToString("N");
        var marked = seen.IsDeleting
            ? await ContinueAsync(seen, owner, cancellationToken)
            : await rows.TryChangeAsync(seen, update => Mark(update, seen, owner), cancellationToken);

        if (marked is null)
        {
            return false;
        }

        await RemoveAsync(marked, cancellationToken);

        return true;
    }

    /// <summary>Takes over from somebody who has not finished in time; until then, waits for them.</summary>
    private async Task<ImageRow?> ContinueAsync(ImageRow row, string owner, CancellationToken cancellationToken)
    {
        if (row.IsLeasedTo(owner, rows.Now))
        {
            return await rows.TryChangeAsync(row, update => update.Set(new Lease(owner, rows.Now + Counters.LeaseDuration)), cancellationToken);
        }

        await rows.PauseAsync(cancellationToken);

        return null;
    }

    private void Mark(Update update, ImageRow row, string owner)
    {
        _ = update
            .Set(ImageItem.Deleting, Value.Time(rows.Now))
            .Set(new Lease(owner, rows.Now + Counters.LeaseDuration))
            .Remove(FeedKey.PartitionAttribute, FeedKey.SortAttribute, ImageItem.ExpiresAt);
        _ = row.Image.IsFinal ? update.Set(Owed.Leave(row.Image.Status)) : update;
    }

    private async Task RemoveAsync(ImageRow row, CancellationToken cancellationToken)
    {
        await Task.WhenAll(
            objects.DeleteAsync(row.Image.Id, cancellationToken),
            labels.RemoveAsync(row.Image, row.Image.Picture?.Labels ?? [], cancellationToken));

        if (await counters.SettleAsync(row, cancellationToken) is not null)
        {
            await rows.RemoveAsync(row.Image.Id, cancellationToken);
        }
    }
}
