namespace Iris.Catalog.Table;

/// <summary>The primary key of an item, and the kinds of items that there are.</summary>
internal readonly record struct Key(string Partition, string Sort)
{
    public const string PartitionAttribute = "pk";

    public const string SortAttribute = "sk";

    /// <summary>What the partition of an image begins with.</summary>
    public const string Images = "IMAGE#";

    /// <summary>What the partition of a label's entries begins with.</summary>
    public const string Labels = "LABEL#";

    /// <summary>What the partition of a deleted image begins with.</summary>
    public const string DeletedImages = "DELETED#";

    public const string LabelCounts = "LABELS";

    public const string DayStatistics = "STATS";

    public const string Budgets = "BUDGET";

    public static Key Image(ImageId id) => new($"{Images}{id}", "META");

    public static Key Deleted(ImageId id) => new($"{DeletedImages}{id}", "META");

    public static Key LabelEntry(string label, Image image) => new(LabelPartition(label), FeedKey.Of(image));

    public static Key LabelCount(string label) => new(LabelCounts, Fold(label));

    public static Key Budget(DateOnly day) => new(Budgets, day.ToString("O", null));

    public static Key Budget(DateOnly day, string owner) => new(Budgets, $"{day:O}#{owner}");

    public static Key Day(DateOnly day) => new(DayStatistics, day.ToString("O", null));

    public static string LabelPartition(string label) => $"{Labels}{Fold(label)}";

    /// <summary>Labels that differ only in case are one.</summary>
    public static string Fold(string label) => label.ToLowerInvariant();

    public static Key Of(Item item) => new(item.Text(PartitionAttribute), item.Text(SortAttribute));

    public Item ToItem() => new() { [PartitionAttribute] = Value.Text(Partition), [SortAttribute] = Value.Text(Sort) };
}

/// <summary>
/// The place of an image among all others, <c>{createdAt}#{id}</c>: sort key of the indexes <c>feed</c> and <c>owner</c> and of
/// every label's entries, so that one position serves as cursor for each of them.
/// </summary>
internal static class FeedKey
{
    public const string PartitionAttribute = "feed";

    public const string SortAttribute = "feedKey";

    public const string Partition = "FEED";

    public static string Of(Image image) => $"{Timestamp.Write(image.CreatedAt)}#{image.Id}";

    public static bool TryReadId(string feedKey, out ImageId id)
    {
        id = default;
        return feedKey.Length == Timestamp.Length + 1 + ImageId.Length
            && feedKey[Timestamp.Length] == '#'
            && Timestamp.TryRead(feedKey[..Timestamp.Length], out _)
            && ImageId.TryParse(feedKey[(Timestamp.Length + 1)..], out id);
    }
}
