namespace Iris.ImageProcessor.Imaging;

/// <summary>The colour that most of a picture has.</summary>
internal static class DominantColor
{
    private const int BitsPerChannel = 4, Bins = 1 << (3 * BitsPerChannel), Shift = 8 - BitsPerChannel;

    /// <summary>The mean of the fullest bin of a 16 × 16 × 16 histogram; a pixel counts as much as it is opaque.</summary>
    /// <param name="rgba">Pixels, four bytes each.</param>
    /// <returns>#rrggbb; white for a picture that is wholly transparent.</returns>
    public static string Of(ReadOnlySpan<byte> rgba)
    {
        var bins = new (long Weight, long Red, long Green, long Blue)[Bins];

        for (var at = 0; at + 4 <= rgba.Length; at += 4)
        {
            var (red, green, blue, alpha) = (rgba[at], rgba[at + 1], rgba[at + 2], rgba[at + 3]);
            ref var bin = ref bins[((red >> Shift) << (2 * BitsPerChannel)) | ((green >> Shift) << BitsPerChannel) | (blue >> Shift)];
            bin = (bin.Weight + alpha, bin.Red + (red * alpha), bin.Green + (green * alpha), bin.Blue + (blue * alpha));
        }

        var fullest = bins.MaxBy(bin => bin.Weight);
        return fullest.Weight == 0
            ? "#ffffff"
            : $"#{Mean(fullest.Red):x2}{Mean(fullest.Green):x2}{Mean(fullest.Blue):x2}";

        long Mean(long sum) => (sum + (fullest.Weight / 2)) / fullest.Weight;
    }
}
