namespace LocalAws.Rekognition.Appearance;

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
