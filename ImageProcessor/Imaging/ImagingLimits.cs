using Iris.Catalog;

namespace Iris.ImageProcessor.Imaging;

/// <summary>What is refused before or during decoding.</summary>
public sealed record ImagingLimits
{
    /// <summary>The limits of the product: 5 MiB, 50 megapixels, 16,384 pixels a side, 616 MiB of decoder, 10 seconds.</summary>
    public static ImagingLimits Default { get; } = new();

    /// <summary>Length of the file, in bytes.</summary>
    public int MaxBytes { get; init; } = Image.MaximumSize;

    /// <summary>Width times height, as the header has them.</summary>
    public long MaxPixels { get; init; } = 50_000_000;

    /// <summary>The longer side, in pixels.</summary>
    public int MaxSide { get; init; } = 16_384;

    /// <summary>
    /// Memory that a decoder may need, in bytes, estimated from the header. Most pictures are decoded in strips and need next to nothing.
    /// Progressive JPEG, interlaced PNG, GIF and AVIF are held whole: this is enough for 50 megapixels of all but the last, which is the
    /// hungriest, and of which it admits 34 megapixels of eight bits and 24 of more. The process stays below 700 MB.
    /// </summary>
    public long MaxDecoderBytes { get; init; } = 616 * 1024 * 1024;

    /// <summary>Time for decoding and shrinking, half of it the processor's, after which the picture is too complex.</summary>
    public TimeSpan DecodeTimeout { get; init; } = TimeSpan.FromSeconds(10);
}
