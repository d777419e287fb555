namespace Iris.Catalog.Feed;

/// <summary>A page of the gallery, newest first.</summary>
/// <param name="Items">The images; with a label filter there may be fewer than asked for although more follow.</param>
/// <param name="Next">Where the next page begins; null at the end.</param>
public sealed record FeedPage(IReadOnlyList<ImageRecord> Items, FeedCursor? Next);
