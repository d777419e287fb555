namespace LocalAws.Rekognition.Appearance;

/// <summary>The named colours of CSS. Rekognition gives every colour as the nearest of them.</summary>
internal static class CssPalette
{
    // 32 levels a channel: nearer colours than that have no names, and the table stays at 32 kB.
    private const int Levels = 32, Top = Levels - 1;

    // Made at first use: only callers of IMAGE_PROPERTIES wait for it.
    private static readonly Lazy<byte[]> s_nearest = new(FindNearest);

    public static IReadOnlyList<CssColor> Colors { get; } =
        [.. TabSeparated.Resource("css-colors.tsv").Select(row => new CssColor(row[0], row[1], row[2]))];

    /// <summary>The index in <see cref="Colors"/> of the nearest colour.</summary>
    public static int Nearest(byte red, byte green, byte blue) =>
        s_nearest.Value[(((Level(red) * Levels) + Level(green)) * Levels) + Level(blue)];

    private static byte[] FindNearest()
    {
        var nearest = new byte[Levels * Levels * Levels];

        for (var cell = 0; cell < nearest.Length; cell++)
        {
            var (red, green, blue) = (Value(cell / Levels / Levels), Value(cell / Levels % Levels), Value(cell % Levels));
            nearest[cell] = (byte)Enumerable.Range(0, Colors.Count).MinBy(index => Colors[index].SquaredDistance(red, green, blue));
        }

        return nearest;
    }

    // Rounded, so that 0 and 255 stay what they are.
    private static int Level(byte channel) => ((channel * Top) + 127) / 255;

    private static int Value(int level) => level * 255 / Top;
}

/// <param name="Name">The CSS name.</param>
/// <param name="Hex">Like <c>#2f4f4f</c>.</param>
/// <param name="Basic">The basic colour that it counts as.</param>
internal sealed record CssColor(string Name, string Hex, string Basic)
{
    public byte Red { get; } = Convert.FromHexString(Hex.AsSpan(1, 2))[0];

    public byte Green { get; } = Convert.FromHexString(Hex.AsSpan(3, 2))[0];

    public byte Blue { get; } = Convert.FromHexString(Hex.AsSpan(5, 2))[0];

    public int SquaredDistance(int red, int green, int blue) =>
        ((Red - red) * (Red - red)) + ((Green - green) * (Green - green)) + ((Blue - blue) * (Blue - blue));
}
