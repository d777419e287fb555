using Iris.Catalog.Table;

namespace Iris.Catalog.Feed;

/// <summary>The gallery, page by page. A page costs the same whatever the size of the table.</summary>
internal sealed class ImageFeed(CatalogTable table, TimeProvider clock)
{
    /// <summary>The most images in one page: what one BatchGetItem reads.</summary>
    public const int MaximumLimit = 100;

    /// <summary>A page of the images that the filter admits, newest first.</summary>
    public Task<FeedPage> ListAsync(FeedFilter filter, int limit, FeedCursor? after, CancellationToken cancellationToken) => filter switch
    {
        { Owner: { } owner } => ReadAsync(new KeyRange(owner.ToString()) { Index = SecondaryIndex.Owner }, filter, limit, after, cancellationToken),
        { Labels: [] } => ReadAsync(new KeyRange(FeedKey.Partition) { Index = SecondaryIndex.Feed }, filter, limit, after, cancellationToken),
        _ => JoinAsync(filter, limit, after, cancellationToken),
    };

    /// <summary>All images that processing has begun with: one Query of a sparse index.</summary>
    private async Task<FeedPage> ReadAsync(
        KeyRange index, FeedFilter filter, int limit, FeedCursor? after, CancellationToken cancellationToken)
    {
        // Where the filter drops some of what is read, as much is read as a page may ever hold.
        var stride = filter.Labels is [] ? limit : MaximumLimit;

        // One more tells whether there is a next page.
        var range = index with { Before = after?.Position, Descending = true, Limit = stride + 1 };
        var page = await table.QueryAsync(range, cancellationToken);
        var items = page.Items ?? [];
        var read = items.Take(stride).ToList();
        var shown = Seen(read).Where(filter.Admits).ToList();

        if (shown.Count > limit)
        {
            return new FeedPage(shown[..limit], FeedCursor.Below(FeedKey.Of(shown[limit - 1])));
        }

        var more = items.Count > stride || page.LastEvaluatedKey is { Count: > 0 };
        return new FeedPage(shown, more && read is [.., var last] ? FeedCursor.Below(last.Text(FeedKey.SortAttribute)) : null);
    }

    /// <summary>The ready images that have all of the labels: a bounded number of Queries and one BatchGetItem.</summary>
    private async Task<FeedPage> JoinAsync(FeedFilter filter, int limit, FeedCursor? after, CancellationToken cancellationToken)
    {
        var (matches, next) = await new LabelJoin(table, filter.Labels, after, limit).TakeAsync(limit, cancellationToken);
        var keys = matches.Select(static match => FeedKey.TryReadId(match, out var id) ? Key.Image(id) : throw new FormatException(match))
            .ToList();
        var items = await table.GetAllAsync(keys, cancellationToken);
        var order = matches.Index().ToDictionary(static match => match.Item, static match => match.Index);

        // An entry may be left over from an attempt that saw other labels, or from an image that is gone: its item has the last word.
        return new FeedPage(
            [
                .. Seen(items)
                    .Where(image => order.ContainsKey(FeedKey.Of(image)) && filter.Admits(image))
                    .OrderBy(image => order[FeedKey.Of(image)]),
            ],
            next);
    }

    private List<Image> Seen(IEnumerable<Item> items)
    {
        var now = Timestamp.Now(clock);
        return [.. items.Select(item => ImageItem.Read(item).AsSeen(now)).OfType<Image>()];
    }
}

/// <summary>A page of the gallery, newest first.</summary>
/// <param name="Items">The images; with a label filter there may be fewer than asked for although more follow.</param>
/// <param name="Next">Where the next page begins; null at the end.</param>
internal sealed record FeedPage(IReadOnlyList<Image> Items, FeedCursor? Next);
