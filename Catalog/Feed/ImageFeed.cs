using Iris.Catalog.Table;

namespace Iris.Catalog.Feed;

/// <summary>The gallery, page by page. A page costs the same whatever the size of the table.</summary>
internal sealed class ImageFeed(CatalogTable table, TimeProvider clock)
{
    /// <summary>The most images in one page: what one BatchGetItem reads.</summary>
    public const int MaximumLimit = 100;

    /// <summary>All images that processing has begun with, newest first: one Query of the sparse index.</summary>
    public async Task<FeedPage> ListAsync(int limit, FeedCursor? after, CancellationToken cancellationToken)
    {
        var page = await table.QueryAsync(
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
        var shown = items.Take(limit).ToList();
        return new FeedPage(Seen(shown), more && shown is [.., var last] ? FeedCursor.Below(last.Text(FeedKey.SortAttribute)) : null);
    }

    /// <summary>The ready images that have all of the labels, newest first: a bounded number of Queries and one BatchGetItem.</summary>
    public async Task<FeedPage> ListAsync(IReadOnlyList<string> labels, int limit, FeedCursor? after, CancellationToken cancellationToken)
    {
        var (matches, next) = await new LabelJoin(table, labels, after, limit).TakeAsync(limit, cancellationToken);
        var keys = matches.Select(static match => FeedKey.TryReadId(match, out var id) ? Key.Image(id) : throw new FormatException(match))
            .ToList();
        var items = await table.GetAllAsync(keys, cancellationToken);
        var order = matches.Index().ToDictionary(static match => match.Item, static match => match.Index);

        // An entry may be left over from an attempt that saw other labels, or from an image that is gone: its item has the last word.
        return new FeedPage(
            [
                .. Seen(items)
                    .Where(image => order.ContainsKey(FeedKey.Of(image)) && labels.All(label => Shows(image, label)))
                    .OrderBy(image => order[FeedKey.Of(image)]),
            ],
            next);
    }

    private static bool Shows(Image image, string label) =>
        image.Findings is { } findings && findings.Labels.Any(shown => Key.Fold(shown.Name) == Key.Fold(label));

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
