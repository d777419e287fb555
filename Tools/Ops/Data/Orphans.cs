using System.Runtime.CompilerServices;
using Iris.Catalog;
using Iris.Catalog.Table;

namespace Iris.Ops.Data;

/// <summary>Objects and label entries that belong to no image: left behind by a process that ended between two of its writes.</summary>
internal sealed class Orphans(CatalogTable table, ItemScan scan, ObjectListing listing)
{
    // What DynamoDB reads at once.
    private const int KeysPerLookup = 100;

    /// <summary>
    /// Removes objects last written before then whose image there is none of, unless it is only to look; answers their keys.
    /// </summary>
    public async IAsyncEnumerable<string> SweepObjectsAsync(
        DateTimeOffset before, bool dryRun, IProgress<long> progress, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var old = listing.ReadAsync(cancellationToken).Where(found => found.LastModified < before.UtcDateTime)
            .Select(static found => found.Key);

        await foreach (var keys in old.Chunk(KeysPerLookup).WithCancellation(cancellationToken))
        {
            var orphans = await WithoutImageAsync(keys, ObjectListing.ImageOf, cancellationToken);

            // At once: the longer ago the rows were read, the likelier somebody has announced the same bytes since.
            if (!dryRun && orphans.Count > 0)
            {
                await listing.DeleteAsync(orphans, cancellationToken);
            }

            progress.Report(keys.Length);

            foreach (var orphan in orphans)
            {
                yield return orphan;
            }
        }
    }

    /// <summary>The same with entries in the index of labels, by when their image was announced.</summary>
    public async IAsyncEnumerable<Key> SweepLabelEntriesAsync(
        DateTimeOffset before, bool dryRun, IProgress<long> progress, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var bound = Timestamp.Write(before);
        var old = scan.ReadLabelEntriesAsync(cancellationToken).Where(entry => string.CompareOrdinal(entry.Sort, bound) < 0);

        await foreach (var keys in old.Chunk(KeysPerLookup).WithCancellation(cancellationToken))
        {
            var orphans = await WithoutImageAsync(
                keys, static entry => FeedKey.TryReadId(entry.Sort, out var id) ? id : null, cancellationToken);

            if (!dryRun)
            {
                await table.DeleteAllAsync(orphans, cancellationToken);
            }

            progress.Report(keys.Length);

            foreach (var orphan in orphans)
            {
                yield return orphan;
            }
        }
    }

    private async Task<List<T>> WithoutImageAsync<T>(T[] found, Func<T, ImageId?> imageOf, CancellationToken cancellationToken)
    {
        var images = found.Select(imageOf).OfType<ImageId>().Distinct().Select(Key.Image).ToList();
        var rows = images is [] ? [] : await table.GetAllAsync(images, cancellationToken);
        var known = rows.Select(Key.Of).ToHashSet();
        return [.. found.Where(it => imageOf(it) is not { } image || !known.Contains(Key.Image(image)))];
    }
}
