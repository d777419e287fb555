using Iris.Catalog.Statistics;
using Iris.Catalog.Table;

namespace Iris.Catalog;

/// <summary>The images, one by one: announce, find, retry, delete.</summary>
public sealed class ImageCatalog
{
    /// <summary>How long an announced image waits for its bytes.</summary>
    public static readonly TimeSpan PendingLifetime = TimeSpan.FromHours(24);

    private readonly ImageRows _rows;
    private readonly Counters _counters;
    private readonly ImageDeletion _deletion;

    internal ImageCatalog(ImageRows rows, Counters counters, ImageDeletion deletion) => (_rows, _counters, _deletion) = (rows, counters, deletion);

    /// <summary>Finds or creates the image that has these bytes.</summary>
    public async Task<Announcement> AnnounceAsync(NewImage image, CancellationToken cancellationToken)
    {
        while (true)
        {
            var row = Pending(image);

            if (await _rows.TryAddAsync(row, cancellationToken))
            {
                return new Announcement(row.Image, AwaitsBytes: true);
            }

            switch (await _rows.FindAsync(image.Id, cancellationToken))
            {
                case { IsDeleting: true }:
                    await _deletion.DeleteAsync(image.Id, cancellationToken);
                    break;

                case { Image.Status: ImageStatus.Pending, ExpiresAt: not null } waiting:
                    if (await _rows.TryChangeAsync(waiting, update => update.Set(Announced(row)), cancellationToken) is { } renewed)
                    {
                        return new Announcement(renewed.Image, AwaitsBytes: true);
                    }

                    break;

                case { } known:
                    return new Announcement(known.AsSeen(_rows.Now)!, known.Image.Status == ImageStatus.Pending);
            }
        }
    }

    /// <summary>The image as it is now, or null.</summary>
    public async Task<ImageRecord?> FindAsync(ImageId id, CancellationToken cancellationToken) =>
        await _rows.FindAsync(id, cancellationToken) is { } row ? row.AsSeen(_rows.Now) : null;

    /// <summary>Takes a failed image back to pending. May be repeated until processing begins.</summary>
    public async Task<RetryOutcome> RetryAsync(ImageId id, CancellationToken cancellationToken)
    {
        var owner = Guid.NewGuid().ToString("N");

        while (await _counters.FindSettledAsync(id, owner, cancellationToken) is { } row && row.AsSeen(_rows.Now) is { } image)
        {
            // Only a retried image is pending without an end.
            if (row is { Image.Status: ImageStatus.Pending, ExpiresAt: null })
            {
                return new RetryOutcome.Pending(image);
            }

            if (!row.IsRetryable(_rows.Now))
            {
                return new RetryOutcome.NotFailed(image);
            }

            if (await _rows.TryChangeAsync(row, update => Reset(update, row, owner), cancellationToken) is { } reset
                && await _counters.SettleAsync(reset, cancellationToken) is { } pending)
            {
                return new RetryOutcome.Pending(pending.Image);
            }
        }

        return new RetryOutcome.Missing();
    }

    /// <summary>Removes the image with everything that belongs to it. May be repeated, and completes what an earlier call left undone.</summary>
    public Task DeleteAsync(ImageId id, CancellationToken cancellationToken) => _deletion.DeleteAsync(id, cancellationToken);

    private ImageRow Pending(NewImage image)
    {
        var now = _rows.Now;
        var record = new ImageRecord
        {
            Id = image.Id,
            Status = ImageStatus.Pending,
            FileName = image.FileName,
            ContentType = image.ContentType,
            Size = image.Size,
            Sha256 = image.Sha256,
            CreatedAt = now,
            TraceParent = image.TraceParent,
        };

        return new ImageRow(record) { ExpiresAt = now + PendingLifetime };
    }

    /// <summary>What a new announcement says, without key and status.</summary>
    private static Item Announced(ImageRow row)
    {
        var item = ImageItem.Write(row);

        foreach (var fixture in (string[])[Key.PartitionAttribute, Key.SortAttribute, ImageItem.Status, ImageItem.Attempt])
        {
            _ = item.Remove(fixture);
        }

        return item;
    }

    private void Reset(Update update, ImageRow row, string owner)
    {
        _ = update
            .Set(ImageItem.Status, Value.Name(ImageStatus.Pending))
            .Set(ImageItem.Attempt, Value.Number(0))
            .Set(new Lease(owner, _rows.Now + Counters.LeaseDuration))
            .Remove(ImageItem.ProcessedAt, ImageItem.ReasonCode, ImageItem.ReasonMessage);
        _ = row.Image.Status == ImageStatus.Failed ? update.Set(Owed.Leave(ImageStatus.Failed)) : update;
    }
}
