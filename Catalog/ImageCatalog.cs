using Iris.Catalog.Objects;
using Iris.Catalog.Table;

namespace Iris.Catalog;

/// <summary>The images, one by one: announce and find.</summary>
internal sealed class ImageCatalog(ImageTable images, ImageDeletion deletion, ImageObjects objects)
{
    /// <summary>How long an announced image waits for its bytes.</summary>
    public static readonly TimeSpan PendingLifetime = TimeSpan.FromHours(24);

    /// <summary>How long an upload may begin after it was announced. Until then nobody else's announcement changes what it said.</summary>
    public static readonly TimeSpan TicketLifetime = TimeSpan.FromMinutes(5);

    /// <summary>
    /// Finds or creates the image that has these bytes. Its hash may be another one than was announced: an id is only the first 130 bits.
    /// </summary>
    public async Task<Announced> AnnounceAsync(Announcement announcement, CancellationToken cancellationToken)
    {
        while (true)
        {
            var pending = Pending(announcement);

            if (await images.TryAddAsync(pending, cancellationToken))
            {
                return new Announced(pending.Image, AwaitsBytes: true, MayHaveBytes: false);
            }

            switch (await images.FindAsync(announcement.Id, cancellationToken))
            {
                case { IsDeleting: true }:
                    await deletion.DeleteAsync(announcement.Id, cancellationToken);
                    break;

                case { } left when !await StandsAsync(left, cancellationToken):
                    if (await images.TryRenewAsync(left, pending, cancellationToken) is { } renewed)
                    {
                        return new Announced(renewed.Image, AwaitsBytes: true, MayHaveBytes: false);
                    }

                    break;

                case { } known:
                    var awaitsBytes = known.Image.Status == ImageStatus.Pending;
                    return new Announced(known.AsSeen(images.Now)!, awaitsBytes, MayHaveBytes: awaitsBytes);
            }
        }
    }

    /// <summary>The image as it is now, or null.</summary>
    public async Task<Image?> FindAsync(ImageId id, CancellationToken cancellationToken) =>
        (await images.FindAsync(id, cancellationToken))?.AsSeen(images.Now);

    /// <summary>
    /// Whether an image is what its row says. One that was announced and never uploaded is the next one's to announce, once the bytes can
    /// no longer come by its ticket; they may have come without anybody having been told.
    /// </summary>
    private async Task<bool> StandsAsync(StoredImage stored, CancellationToken cancellationToken) => stored switch
    {
        { Image.Status: not ImageStatus.Pending } or { ExpiresAt: null } => true,
        _ when stored.IsGone(images.Now) => false,
        _ => images.Now < stored.Image.CreatedAt + TicketLifetime || await objects.HasOriginalAsync(stored.Image.Id, cancellationToken),
    };

    private StoredImage Pending(Announcement announcement)
    {
        var now = images.Now;
        var image = new Image
        {
            Id = announcement.Id,
            Status = ImageStatus.Pending,
            FileName = announcement.FileName,
            ContentType = announcement.ContentType,
            Size = announcement.Size,
            Sha256 = announcement.Sha256,
            Owner = announcement.Owner,
            CreatedAt = now,
            TraceParent = announcement.TraceParent,
        };
        return new StoredImage(image) { ExpiresAt = now + PendingLifetime };
    }
}

/// <summary>An image that is about to be uploaded.</summary>
/// <param name="Sha256">The SHA-256 of its bytes: 64 lower-case hex digits.</param>
/// <param name="FileName">The name of the file, for display.</param>
/// <param name="ContentType">Its media type.</param>
/// <param name="Size">Its size in bytes.</param>
/// <param name="TraceParent">The W3C <c>traceparent</c> of the request, if there is one.</param>
public sealed record Announcement(string Sha256, string FileName, string ContentType, long Size, string? TraceParent)
{
    public ImageId Id => ImageId.FromSha256(Convert.FromHexString(Sha256));

    /// <summary>Whose the image is to be.</summary>
    public Owner? Owner { get; init; }
}

/// <summary>The answer to an announcement.</summary>
/// <param name="Image">The image as the catalog knows it now; what the first announcement said of it stands.</param>
/// <param name="AwaitsBytes">True while it is pending: its bytes may be uploaded. False: these bytes have been here before.</param>
/// <param name="MayHaveBytes">Whether an earlier ticket may have brought them although nobody was told.</param>
public sealed record Announced(Image Image, bool AwaitsBytes, bool MayHaveBytes);
