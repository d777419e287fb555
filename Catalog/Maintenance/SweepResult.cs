namespace Iris.Catalog.Maintenance;

/// <summary>What a sweep removed, or would remove.</summary>
/// <param name="ExpiredImages">Announced, never uploaded, and past their day: rows that DynamoDB has not removed yet.</param>
/// <param name="HalfDeletedImages">Rows of images whose deletion stopped on the way; it is completed.</param>
/// <param name="OrphanObjects">Keys of objects older than an hour that belong to no image.</param>
/// <param name="OrphanLabelEntries">How many entries in the index of labels belong to no image.</param>
public sealed record SweepResult(
    IReadOnlyList<string> ExpiredImages, IReadOnlyList<string> HalfDeletedImages, IReadOnlyList<string> OrphanObjects, int OrphanLabelEntries)
{
    /// <summary>Whether there was nothing.</summary>
    public bool IsEmpty => ExpiredImages.Count + HalfDeletedImages.Count + OrphanObjects.Count + OrphanLabelEntries == 0;
}
