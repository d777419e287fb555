namespace Iris.Catalog.Processing;

/// <summary>The right to process an image until the lease runs out. Comes from <see cref="ImageClaims.ClaimAsync"/>.</summary>
public sealed class Claim
{
    internal Claim(Table.ImageRow row) => Row = row;

    /// <summary>The image, now processing.</summary>
    public ImageRecord Image => Row.Image;

    internal Table.ImageRow Row { get; }
}
