namespace Iris.Imaging;

/// <summary>A smaller copy of a picture, encoded as WebP.</summary>
/// <param name="Side">The side of the square, in pixels, that it was made for.</param>
/// <param name="Width">Its width in pixels, at most <paramref name="Side"/>.</param>
/// <param name="Height">Its height in pixels, at most <paramref name="Side"/>.</param>
/// <param name="Bytes">The encoded picture.</param>
public sealed record Derivative(int Side, int Width, int Height, byte[] Bytes)
{
    /// <summary>The media type of <see cref="Bytes"/>.</summary>
    public const string ContentType = "image/webp";
}
