namespace LocalAws.Rekognition.Appearance;

/// <summary>The named colours of CSS. Rekognition gives every colour as the nearest of them.</summary>
internal static class CssPalette
{
    // Five bits a channel: nearer colours than that have no names, and the table stays at 32 kB.
    private const int Bits = 5, Shift = 8 - Bits;

    // Made at first use, which takes 50 ms that only callers of IMAGE_PROPERTIES have to wait for.
    private static readonly Lazy<byte[]> s_nearest = new(FindNearest);

    public static IReadOnlyList<CssColor> Colors { get; } = [.. TabSeparated.Resource("css-colors.tsv").Select(row => new CssColor(row[0], row[1], row[2]))];

    /// <summary>The index in <see cref="Colors"/> of the nearest colour.</summary>
    public static int Nearest(byte red, byte green, byte blue) =>
        s_nearest.Value[((red >> Shift) << (2 * Bits)) | ((green >> Shift) << Bits) | (blue >> Shift)];

    private static byte[] FindNearest()
    {
        var nearest = new byte[1 << (3 * Bits)];

        for (var cell = 0; cell < nearest.Length; cell++)
        {
            var (red, green, blue) = (Middle(cell >> (2 * Bits)), Middle(cell >> Bits), Middle(cell));
            nearest[cell] = (byte)Enumerable.Range(0, Colors.Count).MinBy(index => Colors[index].SquaredDistance(red, green, blue));
        }

        return nearest;
    }

    private static int Middle(int channel) => ((channel & ((1 << Bits) - 1)) << Shift) + (1 << (Shift - 1));
}
