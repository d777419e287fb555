using Iris.Catalog.Table;

namespace Iris.Catalog.Feed;

/// <summary>
/// Finds the images that have all of some labels: a merge join over the labels' entries, which are all sorted the same way. The label
/// whose newest entry is oldest says where the others may skip to, so a rare label makes a common one cheap.
/// </summary>
internal sealed class LabelJoin
{
    /// <summary>A page of entries is a few kB; a join of five labels that hardly meet ends after this many of them.</summary>
    private const int MaximumQueries = 16;

    private readonly LabelStream[] _streams;
    private FeedCursor? _resolved;

    public LabelJoin(CatalogTable table, IReadOnlyList<string> labels, FeedCursor? after, int limit)
    {
        var budget = new QueryBudget(MaximumQueries);

        // One label: the page itself and one more entry, which tells whether there is a next page. Several: longer strides.
        var pageSize = labels.Count == 1 ? limit + 1 : Math.Max(limit + 1, 100);
        _streams = [.. labels.Select(label => new LabelStream(table, label, pageSize, budget))];
        _resolved = after;
    }

    /// <summary>The positions of the next images, newest first, and where to go on; null at the end.</summary>
    public async Task<(List<string> Matches, FeedCursor? Next)> TakeAsync(int limit, CancellationToken cancellationToken)
    {
        List<string> matches = [];

        while (await MeetAsync(cancellationToken) is { } meeting)
        {
            if (matches.Count == limit)
            {
                return (matches, FeedCursor.Below(matches[^1]));
            }

            matches.Add(meeting);
            _resolved = FeedCursor.Below(meeting);
        }

        return (matches, _streams.Any(static stream => stream.IsExhausted) ? null : _resolved);
    }

    /// <summary>The newest position below what is resolved where all streams meet; null at the end or when the budget is spent.</summary>
    private async Task<string?> MeetAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            await Task.WhenAll(_streams.Select(stream => stream.SeekAsync(_resolved?.Position, cancellationToken)));

            if (_streams.Any(static stream => stream.Head is null))
            {
                return null;
            }

            var oldest = _streams.Select(static stream => stream.Head!).Min(StringComparer.Ordinal)!;

            if (_streams.All(stream => stream.Head == oldest))
            {
                return oldest;
            }

            // Nothing newer than the oldest head can match; the head itself still may.
            _resolved = FeedCursor.Above(oldest);
        }
    }
}
