namespace Iris.ImageProcessor.Imaging.Colors;

/// <summary>
/// From a bright screen to one that only shows white: ITU-R BT.2390, section 5.4.1. What is dark stays as it is, and what is bright bends
/// towards white on a curve that is even to the eye, so that nothing is cut off.
/// </summary>
internal static class ToneMapping
{
    /// <summary>
    /// What the white of sRGB shows, in cd/m²: twice the 203 that a page or a title has in a picture of high dynamic range (ITU-R BT.2408).
    /// So there is a stop for what is brighter, as browsers leave it.
    /// </summary>
    public const double WhiteNits = 2 * 203;

    /// <param name="light">The brightest of a pixel's three colours, 1 for white.</param>
    /// <param name="peak">The most that there is.</param>
    /// <returns>By what the pixel's colours are multiplied, so that its hue stays.</returns>
    public static double Gain(double light, double peak)
    {
        if (light <= 0)
        {
            return 1;
        }

        var whole = PerceptualQuantizer.FromNits(peak * WhiteNits);
        var shown = Bend(
            Math.Min(PerceptualQuantizer.FromNits(light * WhiteNits) / whole, 1), PerceptualQuantizer.FromNits(WhiteNits) / whole);
        return PerceptualQuantizer.ToNits(shown * whole) / WhiteNits / light;
    }

    // A straight line up to the knee, then a Hermite spline that ends level at the brightest that can be shown.
    private static double Bend(double signal, double brightest)
    {
        var knee = (1.5 * brightest) - 0.5;
        if (signal < knee)
        {
            return signal;
        }

        var t = (signal - knee) / (1 - knee);
        var (t2, t3) = (t * t, t * t * t);
        return (((2 * t3) - (3 * t2) + 1) * knee) + ((t3 - (2 * t2) + t) * (1 - knee)) + (((-2 * t3) + (3 * t2)) * brightest);
    }
}
