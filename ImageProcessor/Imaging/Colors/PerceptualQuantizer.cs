namespace Iris.ImageProcessor.Imaging.Colors;

/// <summary>PQ (SMPTE ST 2084, ITU-R BT.2100 table 4): steps of light that look alike, from nothing to 10,000 nits.</summary>
internal static class PerceptualQuantizer
{
    private const double M1 =
        2610d / 16384, M2 = 2523d / 4096 * 128, C1 = 3424d / 4096, C2 = 2413d / 4096 * 32, C3 = 2392d / 4096 * 32, Peak = 10_000;

    public static double ToNits(double signal)
    {
        var power = Math.Pow(signal, 1 / M2);
        return Peak * Math.Pow(Math.Max(power - C1, 0) / (C2 - (C3 * power)), 1 / M1);
    }

    public static double FromNits(double nits)
    {
        var power = Math.Pow(nits / Peak, M1);
        return Math.Pow((C1 + (C2 * power)) / (1 + (C3 * power)), M2);
    }
}
