using Iris.Catalog;
using Iris.Catalog.Table;

namespace Iris.Ops.Data;

/// <summary>
/// Brings a deleted image back: its row as it was announced, its owner's again, then its original, whose arrival has it processed. For the
/// public a deletion is final; whoever uploads the same bytes again has a new image.
/// </summary>
internal sealed class ImageRestoration(ImageTable rows, DeletedImages deleted, ImageDeletion deletion, ObjectVersions versions)
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
            return row is { IsDeleting: false } && !IsBegun(row) ? RestorationOutcome.Present : RestorationOutcome.Restored;
        }

        // The row first: a processor that finds none removes the original.
        if (!await rows.TryAddAsync(new StoredImage(image), cancellationToken)
            && !IsBegun(await rows.FindAsync(id, cancellationToken)))
        {
            return RestorationOutcome.Present;
        }

        await versions.RestoreAsync(image, version, cancellationToken);
        await deleted.ForgetAsync(id, cancellationToken);
        return RestorationOutcome.Restored;
    }

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
