using Iris.Catalog;
using Iris.Catalog.Objects;
using Iris.Catalog.Table;

namespace Iris.Ops.Data;

/// <summary>
/// Brings a deleted image back: its row as it was announced, its owner's again, then its original, whose arrival has it processed. For the
/// public a deletion is final; whoever uploads the same bytes again has a new image, and whoever only announces them
/// has none.
/// </summary>
internal sealed class ImageRestoration(
    ImageTable rows, DeletedImages deleted, ImageDeletion deletion, ImageObjects objects, ObjectVersions versions)
{
    /// <summary>May be repeated: a call that stopped on the way is completed.</summary>
    /// <param name="id">The image.</param>
    /// <param name="dryRun">Whether to leave everything as it is.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    public async Task<RestorationOutcome> RestoreAsync(ImageId id, bool dryRun, CancellationToken cancellationToken)
    {
        var row = await rows.FindAsync(id, cancellationToken);

        if (row is { IsDeleting: true } && !dryRun)
        {
            await deletion.DeleteAsync(id, cancellationToken);
        }

        if (await deleted.FindAsync(id, cancellationToken) is not { } image)
        {
            return row is { IsDeleting: false } ? RestorationOutcome.Present : RestorationOutcome.Unknown;
        }

        if (await versions.FindLatestAsync(id, cancellationToken) is not { } version)
        {
            return RestorationOutcome.WithoutOriginal;
        }

        if (dryRun)
        {
            return row is not { IsDeleting: false } || IsBegun(row) || await AwaitsBytesAsync(row, cancellationToken)
                ? RestorationOutcome.Restored
                : RestorationOutcome.Present;
        }

        // The row first: a processor that finds none removes the original.
        if (!await TryBeginAsync(new StoredImage(image), cancellationToken))
        {
            return RestorationOutcome.Present;
        }

        await versions.RestoreAsync(image, version, cancellationToken);
        await deleted.ForgetAsync(id, cancellationToken);
        return RestorationOutcome.Restored;
    }

    private async Task<bool> TryBeginAsync(StoredImage restored, CancellationToken cancellationToken)
    {
        while (!await rows.TryAddAsync(restored, cancellationToken))
        {
            if (await rows.FindAsync(restored.Image.Id, cancellationToken) is not { } row)
            {
                continue;
            }

            if (!await AwaitsBytesAsync(row, cancellationToken))
            {
                return IsBegun(row);
            }

            // Changed, not replaced: a processor whose event comes in between finds a row.
            if (await rows.TryRenewAsync(row, restored, cancellationToken) is not null)
            {
                return true;
            }
        }

        return true;
    }

    /// <summary>Whether it was only announced. Should the bytes still come, they are the same ones.</summary>
    private async Task<bool> AwaitsBytesAsync(StoredImage row, CancellationToken cancellationToken) =>
        row is { Image.Status: ImageStatus.Pending, ExpiresAt: not null, IsDeleting: false }
        && (row.IsGone(rows.Now) || !await objects.HasOriginalAsync(row.Image.Id, cancellationToken));

    // Pending without an end, as after a retry: its bytes are not awaited from anybody outside.
    private static bool IsBegun(StoredImage? row) =>
        row is { Image.Status: ImageStatus.Pending, ExpiresAt: null, IsDeleting: false };
}

/// <summary>What came of bringing an image back.</summary>
internal enum RestorationOutcome
{
    /// <summary>It is pending, and its event is on the way.</summary>
    Restored,

    /// <summary>It is there, or somebody has uploaded the same bytes since.</summary>
    Present,

    /// <summary>It was never deleted, or so long ago that it is forgotten.</summary>
    Unknown,

    /// <summary>The bucket keeps no version of its original.</summary>
    WithoutOriginal,
}
