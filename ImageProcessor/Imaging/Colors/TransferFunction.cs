namespace Iris.ImageProcessor.Imaging.Colors;

/// <summary>How the numbers of a picture grow with its light.</summary>
/// <param name="ToLight">From a signal of 0..1 to light, of which 1 is the white of sRGB.</param>
/// <param name="Peak">The most light there is to show: more than 1 wants tone mapping.</param>
/// <param name="SystemGamma">To which power of its luminance the light of a scene is shown on a screen; 1 when it is that of a screen
/// already.</param>
internal sealed record TransferFunction(Func<double, double> ToLight, double Peak = 1, double SystemGamma = 1)
{
    // The peak of the screens on which most pictures of high dynamic range are graded, in cd/m².
    private const double PeakNits = 1000;

    public static TransferFunction Srgb { get; } = new(
        signal => signal <= 0.04045 ? signal / 12.92 : Math.Pow((signal + 0.055) / 1.055, 2.4));

    /// <summary>A power, as gAMA of PNG gives it.</summary>
    public static TransferFunction Power(double exponent) => new(signal => Math.Pow(signal, exponent));

    /// <summary>By its code point in ITU-T H.273, table 3.</summary>
    /// <returns><see langword="null"/> for what is unspecified, reserved, or no picture for the web.</returns>
    public static TransferFunction? Of(int codePoint) => codePoint switch
    {
        1 or 6 or 14 or 15 => s_bt1886,
        4 => Power(2.2),
        5 => Power(2.8),
        7 => s_smpte240,
        8 => new(signal => signal),
        13 => Srgb,
        16 => s_pq,
        18 => s_hlg,
        _ => null,
    };

    private static readonly TransferFunction
        s_bt1886 = Power(2.4), // how a screen shows BT.601, BT.709 and BT.2020, whose own functions are those of cameras
        s_smpte240 = new(signal => signal < 0.0913 ? signal / 4 : Math.Pow((signal + 0.1115) / 1.1115, 1 / 0.45)),
        s_pq = new(signal => PerceptualQuantizer.ToNits(signal) / ToneMapping.WhiteNits, PeakNits / ToneMapping.WhiteNits),
        s_hlg = new(HybridLogGamma, PeakNits / ToneMapping.WhiteNits, SystemGamma: 1.2);

    // ITU-R BT.2100, table 5: the inverse of its OETF.
    private static double HybridLogGamma(double signal)
    {
        const double A = 0.17883277, B = 1 - (4 * A), C = 0.55991073;
        return signal <= 0.5 ? signal * signal / 3 : (Math.Exp((signal - C) / A) + B) / 12;
    }
}
