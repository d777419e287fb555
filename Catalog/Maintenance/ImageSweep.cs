using Iris.Catalog.Table;

namespace Iris.Catalog.Maintenance;

/// <summary>Removes what nobody will ever ask for again: expired announcements, half deleted images, what belongs to no image.</summary>
public sealed class ImageSweep
{
    /// <summary>A row is there before all that belongs to it. What has lain without one for an hour was left behind.</summary>
    public static readonly TimeSpan OrphanAge = TimeSpan.FromHours(1);

    private readonly ImageRows _rows;
    private readonly ItemScan _items;
    private readonly ImageDeletion _deletion;
    private readonly Orphans _orphans;

    internal ImageSweep(ImageRows rows, ItemScan items, ImageDeletion deletion, Orphans orphans) =>
        (_rows, _items, _deletion, _orphans) = (rows, items, deletion, orphans);

    /// <summary>Finds, and removes unless it is only to look.</summary>
    /// <param name="dryRun">Whether to leave everything as it is.</param>
    /// <param name="progress">Is told of every row, object and entry that was looked at.</param>
    /// <param name="cancellationToken">Ends the run; what is gone stays gone.</param>
    public async Task<SweepResult> RunAsync(bool dryRun, IProgress<long> progress, CancellationToken cancellationToken)
    {
        var (expired, halfDeleted) = (new List<ImageId>(), new List<ImageId>());

        await foreach (var row in _items.ReadImagesAsync(cancellationToken))
        {
            progress.Report(1);

            if (IsLeftBehind(row) && (dryRun || await _deletion.TryDeleteAsync(row, cancellationToken)))
            {
                (row.IsDeleting ? halfDeleted : expired).Add(row.Image.Id);
            }
        }

        var before = _rows.Now - OrphanAge;
        var objects = await _orphans.SweepObjectsAsync(before, dryRun, progress, cancellationToken).ToListAsync(cancellationToken);
        var entries = await _orphans.SweepLabelEntriesAsync(before, dryRun, progress, cancellationToken).CountAsync(cancellationToken);

        return new SweepResult(Texts(expired), Texts(halfDeleted), objects, entries);
    }

    /// <summary>Gone for everybody outside, and nobody at work on it.</summary>
    private bool IsLeftBehind(ImageRow row) =>
        row.IsGone(_rows.Now) && (!row.IsDeleting || row.Lease is not { } lease || lease.Until <= _rows.Now);

    private static string[] Texts(IEnumerable<ImageId> ids) => [.. ids.Select(static id => id.ToString())];
}
