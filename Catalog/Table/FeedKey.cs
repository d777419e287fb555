namespace Iris.Catalog.Table;

/// <summary>
/// The place of an image among all others, <c>{createdAt}#{id}</c>: sort key of the index <c>feed</c> and of every label's entries,
/// so that one position serves as cursor for each of them.
/// </summary>
internal static class FeedKey
{
    public const string Index = "feed";

    public const string PartitionAttribute = "feed";

    public const string SortAttribute = "feedKey";

    public const string Partition = "FEED";

    public static string Of(ImageRecord image) => $"{Timestamp.Write(image.CreatedAt)}#{image.Id}";

    public static bool TryReadId(string feedKey, out ImageId id)
    {
        id = default;

        return feedKey.Length == Timestamp.Length + 1 + ImageId.Length
            && feedKey[Timestamp.Length] == '#'
            && Timestamp.TryRead(feedKey[..Timestamp.Length], out _)
            && ImageId.TryParse(feedKey[(Timestamp.Length + 1)..], out id);
    }
}
