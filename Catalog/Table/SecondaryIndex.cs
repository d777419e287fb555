namespace Iris.Catalog.Table;

/// <summary>
/// A global secondary index of the table. Both are sparse: an image is in them from when its processing begins until it is deleted, which
/// is as long as it has a <see cref="FeedKey"/>, by which both are sorted: a position in one is a position in the other.
/// </summary>
internal sealed record SecondaryIndex(string Name, string PartitionAttribute)
{
    /// <summary>All images.</summary>
    public static SecondaryIndex Feed { get; } = new("feed", FeedKey.PartitionAttribute);

    /// <summary>The images of one owner.</summary>
    public static SecondaryIndex Owner { get; } = new("owner", ImageItem.Owner);
}
