namespace Iris.ImageProcessor.Imaging.Colors;

/// <summary>Where red, green, blue and white lie in the CIE 1931 diagram.</summary>
internal sealed record Chromaticities(
    double RedX, double RedY, double GreenX, double GreenY, double BlueX, double BlueY, double WhiteX, double WhiteY)
{
    private const double D65X = 0.3127, D65Y = 0.3290;

    // Lindbloom's table of chromatic adaptation: how the eye gets used to another white.
    private static readonly Matrix s_bradford = new(0.8951, 0.2664, -0.1614, -0.7502, 1.7135, 0.0367, 0.0389, -0.0685, 1.0296);

    public static Chromaticities Bt709 { get; } = new(0.640, 0.330, 0.300, 0.600, 0.150, 0.060, D65X, D65Y);

    public static Chromaticities Bt2020 { get; } = new(0.708, 0.292, 0.170, 0.797, 0.131, 0.046, D65X, D65Y);

    public static Chromaticities DisplayP3 { get; } = new(0.680, 0.320, 0.265, 0.690, 0.150, 0.060, D65X, D65Y);

    /// <summary>By their code point in ITU-T H.273, table 2.</summary>
    /// <returns><see langword="null"/> for what is unspecified, reserved, or no picture for the web.</returns>
    public static Chromaticities? Of(int codePoint) => codePoint switch
    {
        1 => Bt709,
        4 => new(0.67, 0.33, 0.21, 0.71, 0.14, 0.08, 0.310, 0.316),
        5 => new(0.64, 0.33, 0.29, 0.60, 0.15, 0.06, D65X, D65Y),
        6 or 7 => new(0.630, 0.340, 0.310, 0.595, 0.155, 0.070, D65X, D65Y),
        9 => Bt2020,
        11 => new(0.680, 0.320, 0.265, 0.690, 0.150, 0.060, 0.314, 0.351),
        12 => DisplayP3,
        22 => new(0.630, 0.340, 0.295, 0.605, 0.155, 0.077, D65X, D65Y),
        _ => null,
    };

    /// <summary>Whether they make a picture: a file can say that its green is as red as its red.</summary>
    public bool AreReal => RedY > 0 && GreenY > 0 && BlueY > 0 && WhiteY > 0 && Math.Abs(Area) > 0.01;

    /// <summary>From light in these primaries to light in those of sRGB, white staying white.</summary>
    public Matrix ToBt709() => Bt709.ToXyz().Inverse() * AdaptationTo(Bt709) * ToXyz();

    /// <summary>How much red, green and blue contribute to luminance.</summary>
    public (double Red, double Green, double Blue) Luminance => ToXyz() is var matrix ? (matrix.M21, matrix.M22, matrix.M23) : default;

    private double Area => ((GreenX - RedX) * (BlueY - RedY)) - ((BlueX - RedX) * (GreenY - RedY));

    private Matrix ToXyz()
    {
        var primaries = new Matrix(
            RedX / RedY, GreenX / GreenY, BlueX / BlueY,
            1, 1, 1,
            (1 - RedX - RedY) / RedY, (1 - GreenX - GreenY) / GreenY, (1 - BlueX - BlueY) / BlueY);
        return primaries.Scale(primaries.Inverse().Of(White));
    }

    private Matrix AdaptationTo(Chromaticities other)
    {
        var (from, to) = (s_bradford.Of(White), s_bradford.Of(other.White));
        return s_bradford.Inverse() * new Matrix(to.X / from.X, 0, 0, 0, to.Y / from.Y, 0, 0, 0, to.Z / from.Z) * s_bradford;
    }

    private (double X, double Y, double Z) White => (WhiteX / WhiteY, 1, (1 - WhiteX - WhiteY) / WhiteY);
}
