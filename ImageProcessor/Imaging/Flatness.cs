using NetVips;

namespace Iris.ImageProcessor.Imaging;

/// <summary>Whether a picture is drawn rather than photographed: then lossless files are often the smaller ones.</summary>
internal static class Flatness
{
    // One row in eight says enough, and is read in a millisecond.
    private const int EachRow = 8;

    /// <summary>Whether most pixels have exactly the colour of the pixel on their left. Of photographs a tenth have.</summary>
    public static bool IsFlat(Image image)
    {
        using var rows = image.Subsample(1, Math.Min(EachRow, image.Height));
        ReadOnlySpan<byte> pixels = rows.WriteToMemory<byte>();
        var (same, bands) = (0, image.Bands);

        for (var at = bands; at + bands <= pixels.Length; at += bands)
        {
            same += pixels.Slice(at, bands).SequenceEqual(pixels.Slice(at - bands, bands)) ? 1 : 0;
        }

        return same > pixels.Length / bands / 2;
    }
}
