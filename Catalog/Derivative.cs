namespace Iris.Catalog;

/// <summary>A smaller copy of the image, in WebP.</summary>
/// <param name="Edge">The longest side asked for, in pixels (300, 600, 1600); names the object.</param>
/// <param name="Width">Its width in pixels; never more than the original's.</param>
/// <param name="Height">Its height in pixels; never more than the original's.</param>
/// <param name="Size">Its size in bytes.</param>
public sealed record Derivative(int Edge, int Width, int Height, long Size)
{
    /// <summary>The edges that every image has a derivative for, smallest first.</summary>
    public static IReadOnlyList<int> Edges { get; } = [300, 600, 1600];

    /// <summary>The media type of every derivative.</summary>
    public const string ContentType = "image/webp";
}
