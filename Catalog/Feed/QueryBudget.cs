namespace Iris.Catalog.Feed;

/// <summary>How many more Queries one page of the gallery may cost.</summary>
internal sealed class QueryBudget(int queries)
{
    private int _left = queries;

    public bool TrySpend() => _left-- > 0;
}
