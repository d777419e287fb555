using Iris.Catalog;
using Iris.Catalog.Table;

namespace Iris.Ops.Data;

/// <summary>Removes what nobody will ever ask for again: expired announcements, half deleted images, what belongs to no image.</summary>
internal sealed class ImageSweep(ImageTable rows, ItemScan scan, ImageDeletion deletion, Orphans orphans)
{
    /// <summary>A row is there before all that belongs to it. What has lain without one for an hour was left behind.</summary>
    public static readonly TimeSpan OrphanAge = TimeSpan.FromHours(1);

    /// <summary>Finds, and removes unless it is only to look.</summary>
    /// <param name="dryRun">Whether to leave everything as it is.</param>
    /// <param name="progress">Is told of every row, object and entry that was looked at.</param>
    /// <param name="cancellationToken">Ends the run; what is gone stays gone.</param>
    public async Task<SweepResult> RunAsync(bool dryRun, IProgress<long> progress, CancellationToken cancellationToken)
    {
        var (expired, halfDeleted) = (new List<ImageId>(), new List<ImageId>());

        await foreach (var row in scan.ReadImagesAsync(cancellationToken))
        {
            progress.Report(1);

            if (IsLeftBehind(row) && (dryRun || await deletion.TryDeleteAsync(row, cancellationToken)))
            {
                (row.IsDeleting ? halfDeleted : expired).Add(row.Image.Id);
            }
        }

        var before = rows.Now - OrphanAge;
        var objects = await orphans.SweepObjectsAsync(before, dryRun, progress, cancellationToken).ToListAsync(cancellationToken);
        var entries = await orphans.SweepLabelEntriesAsync(before, dryRun, progress, cancellationToken).CountAsync(cancellationToken);
        return new SweepResult(Texts(expired), Texts(halfDeleted), objects, entries);
    }

    /// <summary>Gone for everybody outside, and nobody at work on it.</summary>
    private bool IsLeftBehind(StoredImage row) =>
        row.IsGone(rows.Now) && (!row.IsDeleting || row.Lease is not { } lease || lease.Until <= rows.Now);

    private static string[] Texts(IEnumerable<ImageId> ids) => [.. ids.Select(static id => id.ToString())];
}

/// <summary>What a sweep removed, or would remove.</summary>
/// <param name="ExpiredImages">Announced, never uploaded, and past their day: rows that DynamoDB has not removed yet.</param>
/// <param name="HalfDeletedImages">Rows of images whose deletion stopped on the way; it is completed.</param>
/// <param name="OrphanObjects">Keys of objects older than an hour that belong to no image.</param>
/// <param name="OrphanLabelEntries">How many entries in the index of labels belong to no image.</param>
internal sealed record SweepResult(
    IReadOnlyList<string> ExpiredImages,
    IReadOnlyList<string> HalfDeletedImages,
    IReadOnlyList<string> OrphanObjects,
    int OrphanLabelEntries)
{
    /// <summary>Whether there was nothing.</summary>
    public bool IsEmpty => ExpiredImages.Count + HalfDeletedImages.Count + OrphanObjects.Count + OrphanLabelEntries == 0;
}
