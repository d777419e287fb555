using Iris.Catalog;
using Iris.Catalog.Table;
using Item = System.Collections.Generic.Dictionary<string, Amazon.DynamoDBv2.Model.AttributeValue>;

namespace Iris.Ops.Data;

/// <summary>
/// Writes again, from the rows, what images are found by: the keys of the gallery's index, and the entries under their labels. May run
/// while the site is in use.
/// </summary>
internal sealed class IndexRepair(CatalogTable table, ImageTable rows, ItemScan scan)
{
    /// <summary>Compares, and repairs unless it is only to look.</summary>
    /// <param name="dryRun">Whether to leave everything as it is.</param>
    /// <param name="progress">Is told of every image that was read.</param>
    /// <param name="cancellationToken">Ends the run; what was repaired stays so.</param>
    public async Task<IndexRepairResult> RunAsync(bool dryRun, IProgress<long> progress, CancellationToken cancellationToken)
    {
        var (feedKeys, entries) = (0L, 0L);

        await Parallel.ForEachAsync(scan.ReadImageItemsAsync(cancellationToken), ItemScan.AtATime(cancellationToken), async (item, token) =>
        {
            var row = ImageItem.Read(item);

            if (!IsInPlace(item, row) && (dryRun || await PlaceAsync(row, token)))
            {
                Interlocked.Increment(ref feedKeys);
            }

            if (row is { Image: { Status: ImageStatus.Ready, Findings: { } picture }, IsDeleting: false })
            {
                Interlocked.Add(ref entries, await EnterAsync(row.Image, picture, dryRun, token));
            }

            progress.Report(1);
        });
        return new IndexRepairResult(feedKeys, entries);
    }

    /// <summary>In the gallery belongs what processing has begun with, until it is deleted.</summary>
    private static bool IsInGallery(StoredImage row) =>
        !row.IsDeleting && (row.Image.Status != ImageStatus.Pending || row.ExpiresAt is null);

    private static bool IsInPlace(Item item, StoredImage row) => IsInGallery(row)
        ? item.TextOrNull(FeedKey.PartitionAttribute) == FeedKey.Partition
            && item.TextOrNull(FeedKey.SortAttribute) == FeedKey.Of(row.Image)
        : !item.ContainsKey(FeedKey.PartitionAttribute);

    private async Task<bool> PlaceAsync(StoredImage row, CancellationToken cancellationToken) => await rows.TryChangeAsync(
        row,
        update => _ = IsInGallery(row)
            ? update.Set(FeedKey.PartitionAttribute, Value.Text(FeedKey.Partition))
                .Set(FeedKey.SortAttribute, Value.Text(FeedKey.Of(row.Image)))
            : update.Remove(FeedKey.PartitionAttribute, FeedKey.SortAttribute),
        cancellationToken) is not null;

    /// <summary>Puts the entries that are missing. Should the image be deleted meanwhile, a sweep finds them.</summary>
    private async Task<int> EnterAsync(Image image, Findings picture, bool dryRun, CancellationToken cancellationToken)
    {
        var wanted = picture.Labels.Select(label => Key.LabelEntry(label.Name, image)).ToHashSet();
        var there = wanted.Count == 0 ? [] : await table.GetAllAsync(wanted, cancellationToken);
        wanted.ExceptWith(there.Select(Key.Of));

        if (!dryRun)
        {
            await table.PutAllAsync(wanted.Select(static key => key.ToItem()), cancellationToken);
        }

        return wanted.Count;
    }
}

/// <summary>What was repaired, or would be.</summary>
/// <param name="FeedKeys">Images that the gallery's index did not have, or had in the wrong place.</param>
/// <param name="LabelEntries">Entries that were missing under a label.</param>
internal sealed record IndexRepairResult(long FeedKeys, long LabelEntries);
