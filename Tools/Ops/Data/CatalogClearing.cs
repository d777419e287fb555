using Iris.Catalog.Table;

namespace Iris.Ops.Data;

/// <summary>
/// Empties table and bucket. Rows go first, so that the site shows nothing that is half gone. It keeps no position: what is gone is gone,
/// and a run that was interrupted is completed by the next.
/// </summary>
internal sealed class CatalogClearing(CatalogTable table, ItemScan scan, ObjectListing listing)
{
    // What DynamoDB writes at once.
    private const int ItemsPerBatch = 25;

    /// <summary>Counts, and changes nothing.</summary>
    public async Task<CatalogContents> CountAsync(CancellationToken cancellationToken)
    {
        var (images, items, objects, bytes) = (0L, 0L, 0L, 0L);

        await foreach (var key in scan.ReadKeysAsync(cancellationToken))
        {
            items++;
            images += key.Partition.StartsWith(Key.Images, StringComparison.Ordinal) ? 1 : 0;
        }

        await foreach (var found in listing.ReadAsync(cancellationToken))
        {
            objects++;
            bytes += found.Size ?? 0;
        }

        return new CatalogContents(images, items, objects, bytes);
    }

    /// <summary>Deletes all items, then all objects.</summary>
    /// <param name="progress">Is told how many items and objects are gone, after each batch.</param>
    /// <param name="cancellationToken">Ends the run; what is gone stays gone.</param>
    public async Task ClearAsync(IProgress<long> progress, CancellationToken cancellationToken)
    {
        await ForEachAsync(
            scan.ReadKeysAsync(cancellationToken).Chunk(ItemsPerBatch),
            (keys, token) => table.DeleteAllAsync(keys, token),
            progress,
            cancellationToken);
        await ForEachAsync(
            listing.ReadAsync(cancellationToken).Select(static found => found.Key).Chunk(ObjectListing.KeysPerRequest),
            (keys, token) => listing.DeleteAsync(keys, token),
            progress,
            cancellationToken);
    }

    private static Task ForEachAsync<T>(
        IAsyncEnumerable<T[]> batches,
        Func<T[], CancellationToken, Task> delete,
        IProgress<long> progress,
        CancellationToken cancellationToken) =>
        Parallel.ForEachAsync(
            batches,
            ItemScan.AtATime(cancellationToken),
            async (batch, token) =>
            {
                await delete(batch, token);
                progress.Report(batch.Length);
            });
}

/// <summary>How much there is.</summary>
/// <param name="Images">Rows of images, in whatever state.</param>
/// <param name="Items">Items of the table, images among them.</param>
/// <param name="Objects">Originals and derivatives.</param>
/// <param name="Bytes">What the objects weigh.</param>
internal sealed record CatalogContents(long Images, long Items, long Objects, long Bytes)
{
    /// <summary>Whether there is nothing.</summary>
    public bool IsEmpty => Items == 0 && Objects == 0;
}
