using Iris.Catalog.Table;

namespace Iris.Catalog.Maintenance;

/// <summary>
/// Empties table and bucket. Rows go first, so that the site shows nothing that is half gone. It keeps no position: what is gone is gone,
/// and a run that was interrupted is completed by the next.
/// </summary>
public sealed class CatalogClearing
{
    // What DynamoDB writes at once.
    private const int ItemsPerBatch = 25;

    private readonly CatalogTable _table;
    private readonly ItemScan _items;
    private readonly ObjectListing _objects;

    internal CatalogClearing(CatalogTable table, ItemScan items, ObjectListing objects) => (_table, _items, _objects) = (table, items, objects);

    /// <summary>Counts, and changes nothing.</summary>
    public async Task<CatalogContents> CountAsync(CancellationToken cancellationToken)
    {
        var (images, items, objects, bytes) = (0L, 0L, 0L, 0L);

        await foreach (var key in _items.ReadKeysAsync(cancellationToken))
        {
            items++;
            images += key.Partition.StartsWith(Key.Images, StringComparison.Ordinal) ? 1 : 0;
        }

        await foreach (var found in _objects.ReadAsync(cancellationToken))
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
        await ForEachAsync(_items.ReadKeysAsync(cancellationToken).Chunk(ItemsPerBatch), (keys, token) => _table.DeleteAllAsync(keys, token), progress, cancellationToken);
        await ForEachAsync(
            _objects.ReadAsync(cancellationToken).Select(static found => found.Key).Chunk(ObjectListing.KeysPerRequest),
            (keys, token) => _objects.DeleteAsync(keys, token),
            progress,
            cancellationToken);
    }

    private static Task ForEachAsync<T>(
        IAsyncEnumerable<T[]> batches, Func<T[], CancellationToken, Task> delete, IProgress<long> progress, CancellationToken cancellationToken) =>
        Parallel.ForEachAsync(
            batches,
            ItemScan.AtATime(cancellationToken),
            async (batch, token) =>
            {
                await delete(batch, token);
                progress.Report(batch.Length);
            });
}
