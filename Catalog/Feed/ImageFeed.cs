using Iris.Catalog.Table;

namespace Iris.Catalog.Feed;

/// <summary>The gallery, page by page. A page costs the same whatever the size of the table.</summary>
public sealed class ImageFeed
{
    /// <summary>The most images in one page: what one BatchGetItem reads.</summary>
    public const int MaximumLimit = 100;

    private readonly CatalogTable _table;
    private readonly ImageRows _rows;

    internal ImageFeed(CatalogTable table, ImageRows rows) => (_table, _rows) = (table, rows);

    /// <summary>All images that processing has begun with, newest first: one Query of the sparse index.</summary>
    public async Task<FeedPage> ListAsync(int limit, FeedCursor? after, CancellationToken cancellationToken)
    {
        var page = await _table.QueryAsync(
            new KeyRange(FeedKey.Partition)
            {
                Index = FeedKey.Index,
                Before = after?.Position,
                Descending = true,
                // One more than asked for tells whether there is a next page.
                Limit = limit + 1,
            },
            cancellationToken);
        var items = page.Items ?? [];
        var more = items.Count > limit || page.LastEvaluatedKey is { Count: > 0 };
        var rows = items.Take(limit).ToList();

        return new FeedPage(Seen(rows), more && rows is [.., var last] ? FeedCursor.Below(last.Text(FeedKey.SortAttribute)) : null);
    }

    /// <summary>The ready images that have all of the labels, newest first: a bounded number of Queries and one BatchGetItem.</summary>
    public async Task<FeedPage> ListAsync(IReadOnlyList<string> labels, int limit, FeedCursor? after, CancellationToken cancellationToken)
    {
        var (matches, next) = await new LabelJoin(_table, labels, after, limit).TakeAsync(limit, cancellationToken);
        var keys = matches.Select(static match => FeedKey.TryReadId(match, out var id) ? Key.Image(id) : throw new FormatException(match)).ToList();
        var items = await _table.GetAllAsync(keys, cancellationToken);
        var order = matches.Index().ToDictionary(static match => match.Item, static match => match.Index);

        // An entry may be left over from an attempt that saw other labels, or from an image that is gone: the row has the last word.
        return new FeedPage(
            [
                .. Seen(items)
                    .Where(image => order.ContainsKey(FeedKey.Of(image)) && labels.All(label => Shows(image, label)))
                    .OrderBy(image => order[FeedKey.Of(image)]),
            ],
            next);
    }

    private static bool Shows(ImageRecord image, string label) =>
        image.Picture is { } picture && picture.Labels.Any(shown => Key.Fold(shown.Name) == Key.Fold(label));

    private List<ImageRecord> Seen(IEnumerable<Item> items)
    {
        var now = _rows.Now;

        return [.. items.Select(item => ImageItem.Read(item).AsSeen(now)).OfType<ImageRecord>()];
    }
}
