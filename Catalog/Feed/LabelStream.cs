using Iris.Catalog.Table;

namespace Iris.Catalog.Feed;

/// <summary>The entries of one label, newest first, read page by page as far as the budget of Queries allows.</summary>
internal sealed class LabelStream(CatalogTable table, string label, int pageSize, QueryBudget budget)
{
    private readonly Queue<string> _page = [];
    private bool _ended;

    /// <summary>The newest entry left; null when there is none left or the budget is spent.</summary>
    public string? Head => _page.TryPeek(out var head) ? head : null;

    /// <summary>Whether no entry is left for certain.</summary>
    public bool IsExhausted => _ended && _page.Count == 0;

    /// <summary>Drops entries newer than the bound, and reads on below it when the page is used up.</summary>
    /// <param name="before">Only entries older than this matter; null: all.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task SeekAsync(string? before, CancellationToken cancellationToken)
    {
        while (before is not null && Head is { } head && string.CompareOrdinal(head, before) >= 0)
        {
            _page.Dequeue();
        }

        if (_page.Count > 0 || _ended || !budget.TrySpend())
        {
            return;
        }

        var range = new KeyRange(Key.LabelPartition(label)) { Before = before, Descending = true, Limit = pageSize };
        var page = await table.QueryAsync(range, cancellationToken);

        foreach (var entry in page.Items ?? [])
        {
            _page.Enqueue(Key.Of(entry).Sort);
        }

        _ended = page.LastEvaluatedKey is not { Count: > 0 };
    }
}

/// <summary>How many more Queries one page of the gallery may cost.</summary>
internal sealed class QueryBudget(int queries)
{
    private int _left = queries;

    public bool TrySpend() => _left-- > 0;
}
