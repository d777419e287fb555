using System.Runtime.CompilerServices;
using Iris.Catalog;
using Iris.Catalog.Feed;
using Iris.Catalog.Objects;
using Iris.Catalog.Outcomes;
using Iris.Catalog.Statistics;
using Iris.Catalog.Table;

namespace Iris.Ops.Data;

/// <summary>
/// Processes images again, as if their bytes had just arrived: after a mistake in the processor, or for what failed in an outage.
/// </summary>
internal sealed class ImageReprocessing(
    CatalogTable table, ImageTable rows, Counters counters, LabelEntries labels, ImageObjects objects, ImageOutcomes outcomes)
{
    /// <summary>Images announced since then that are in one of the states, newest first: by the index, not by a scan.</summary>
    public async IAsyncEnumerable<Image> FindAsync(
        DateTimeOffset since, IReadOnlySet<ImageStatus> states, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        KeyRange range = new(FeedKey.Partition) { Index = SecondaryIndex.Feed, From = Timestamp.Write(since), Descending = true };

        await foreach (var row in table.ReadAllAsync(range).Select(ImageItem.Read).WithCancellation(cancellationToken))
        {
            if (row.AsSeen(rows.Now) is { } image && (states.Contains(image.Status) || IsSent(row)))
            {
                yield return image;
            }
        }
    }

    /// <summary>
    /// Takes one image back to pending and sends its event. May be repeated: an earlier call that stopped on the way is completed.
    /// </summary>
    public async Task<ReprocessingOutcome> SendAsync(Image image, IReadOnlySet<ImageStatus> states, CancellationToken cancellationToken)
    {
        // First: an image that cannot be processed must not be taken out of the gallery.
        if (!await objects.HasOriginalAsync(image.Id, cancellationToken))
        {
            return ReprocessingOutcome.WithoutOriginal;
        }

        var owner = Guid.NewGuid().ToString("N");

        while (await counters.FindSettledAsync(image.Id, owner, cancellationToken) is { } row && row.AsSeen(rows.Now) is { } seen)
        {
            if (!IsSent(row) && !states.Contains(seen.Status))
            {
                return ReprocessingOutcome.Skipped;
            }

            if (await ResetAsync(row, owner, cancellationToken))
            {
                return await objects.EmitAgainAsync(image, cancellationToken)
                    ? ReprocessingOutcome.Sent
                    : ReprocessingOutcome.WithoutOriginal;
            }
        }

        return ReprocessingOutcome.Skipped;
    }

    // Only an image that was taken back is pending without an end.
    private static bool IsSent(StoredImage row) => row is { Image.Status: ImageStatus.Pending, ExpiresAt: null };

    /// <summary>
    /// Pending first, then what told of the old picture: the entries of its labels, its share of the counters, the picture itself.
    /// </summary>
    private async Task<bool> ResetAsync(StoredImage row, string owner, CancellationToken cancellationToken)
    {
        StoredImage? reset = row;
        if (!IsSent(row))
        {
            await outcomes.WithdrawAsync(row.Image.Id, cancellationToken);
            reset = await rows.TryChangeAsync(row, update => Reset(update, row, owner), cancellationToken);
        }

        if (reset is null)
        {
            return false;
        }

        // What a counter has to give back is read from picture and reason: they stay until it has.
        await labels.RemoveAsync(reset.Image, reset.Image.Findings?.Labels ?? [], cancellationToken);
        return await counters.SettleAsync(reset, cancellationToken) is { } settled
            && (settled.Image is { Findings: null, Reason: null } || await rows.TryChangeAsync(settled, Forget, cancellationToken) is not null);
    }

    private static void Forget(Update update) =>
        update.Remove([.. ImageItem.FindingsAttributes, ImageItem.ReasonCode, ImageItem.ReasonMessage]);

    private void Reset(Update update, StoredImage row, string owner)
    {
        update
            .Set(ImageItem.Status, Value.Name(ImageStatus.Pending))
            .Set(ImageItem.Attempt, Value.Number(0))
            .Set(new Lease(owner, rows.Now + Counters.LeaseDuration))
            .Remove(ImageItem.ProcessedAt);
        if (row.Image.IsFinal)
        {
            update.Set(Owed.Leave(row.Image.Status));
        }
    }
}

/// <summary>What became of an image that was to be processed again.</summary>
internal enum ReprocessingOutcome
{
    /// <summary>Pending, and its event is on the way.</summary>
    Sent,

    /// <summary>In another state than asked for, or being processed: left alone.</summary>
    Skipped,

    /// <summary>Its original is gone, so there is nothing to process: left as it is.</summary>
    WithoutOriginal,
}
