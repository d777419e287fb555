using LocalAws.Rekognition.Protocol;

namespace LocalAws.Rekognition.Appearance;

/// <summary>Counts which of the named colours the pixels of a region come nearest to.</summary>
internal static class DominantColors
{
    // Recorded responses name no colour of less than a tenth of the pixels.
    private const float MinPixelPercent = 10;

    /// <param name="pixels">RGB, row by row.</param>
    /// <param name="region">The pixels to count.</param>
    /// <param name="max">At most so many colours.</param>
    /// <returns>The most frequent first.</returns>
    public static IReadOnlyList<DominantColor> Find(ReadOnlySpan<byte> pixels, Region region, int max)
    {
        var counts = new int[CssPalette.Colors.Count];
        var total = 0;

        for (var pixel = 0; pixel < pixels.Length / 3; pixel++)
        {
            if (region.Contains(pixel))
            {
                counts[CssPalette.Nearest(pixels[3 * pixel], pixels[(3 * pixel) + 1], pixels[(3 * pixel) + 2])]++;
                total++;
            }
        }

        return
        [
            .. CssPalette.Colors.Zip(counts, (color, count) => ToDominant(color, 100f * count / Math.Max(total, 1)))
                .Where(color => color.PixelPercent >= MinPixelPercent)
                .OrderByDescending(color => color.PixelPercent)
                .Take(max),
        ];
    }

    private static DominantColor ToDominant(CssColor color, float percent) =>
        new(color.Red, color.Green, color.Blue, color.Hex, color.Name, color.Basic, percent);
}
