using Iris.Catalog.Table;

namespace Iris.Catalog;

/// <summary>
/// What the catalog remembers of a deleted image for as long as the bucket keeps its original: all that was announced. Nothing that serves
/// a visitor reads it; an operator can bring the image back by it.
/// </summary>
internal sealed class DeletedImages(CatalogTable table, TimeProvider clock)
{
    /// <summary>What cloudformation/app.yaml says of versions that are no longer current, which a test holds.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(30);

    /// <summary>Only of an image whose bytes had come: an older note is lost. May be repeated.</summary>
    public Task RememberAsync(Image image, CancellationToken cancellationToken)
    {
        var announced = image with
        {
            Status = ImageStatus.Pending,
            Attempt = 0,
            ProcessedAt = null,
            Reason = null,
            Findings = null,
            TraceParent = null,
        };
        var item = ImageItem.Write(new StoredImage(announced) { ExpiresAt = Timestamp.Now(clock) + Lifetime });

        foreach (var (attribute, value) in Key.Deleted(image.Id).ToItem())
        {
            item[attribute] = value;
        }

        return table.PutAllAsync([item], cancellationToken);
    }

    /// <summary>The image as it was announced, or null when it was never deleted or is forgotten.</summary>
    public async Task<Image?> FindAsync(ImageId id, CancellationToken cancellationToken) =>
        await table.GetAsync(Key.Deleted(id), cancellationToken) is { } item ? ImageItem.Read(item).AsSeen(Timestamp.Now(clock)) : null;

    /// <summary>May be repeated.</summary>
    public Task ForgetAsync(ImageId id, CancellationToken cancellationToken) => table.DeleteAllAsync([Key.Deleted(id)], cancellationToken);
}
