using NetVips;

namespace Iris.ImageProcessor.Imaging.Colors;

/// <summary>From the pixels of a <see cref="ColorEncoding"/> to those of sRGB, by way of light.</summary>
internal sealed class SrgbConversion
{
    // Fine enough that every number of eight bits is met, the dark ones too.
    private const int LightSteps = 65_535, GainSteps = 4_095;

    private static readonly byte[] s_fromLight =
        [.. Enumerable.Range(0, LightSteps + 1).Select(step => (byte)Math.Round(255 * Encode((double)step / LightSteps)))];

    private readonly float[] _toLight;
    private readonly Func<float, float, float, float> _gain;
    private readonly Matrix _toBt709;

    private SrgbConversion(ColorEncoding encoding)
    {
        var (primaries, transfer) = encoding;
        _toLight =
            [.. Enumerable.Range(0, ushort.MaxValue + 1).Select(signal => (float)transfer.ToLight((double)signal / ushort.MaxValue))];
        _gain = transfer.Peak > 1 ? Gain(primaries, transfer) : static (_, _, _) => 1;
        _toBt709 = primaries.ToBt709();
    }

    /// <param name="rgb">Three bands, or four with alpha, of 8 or 16 bits.</param>
    /// <param name="encoding">What they stand for.</param>
    public static Image Run(Image rgb, ColorEncoding encoding)
    {
        using var deep = rgb.Format is Enums.BandFormat.Uchar
            ? (rgb * (ushort.MaxValue / byte.MaxValue)).Cast(Enums.BandFormat.Ushort)
            : rgb.Copy();
        var pixels = new SrgbConversion(encoding).Convert(deep.WriteToMemory<ushort>(), deep.Bands);
        using var converted = Image.NewFromMemoryCopy(pixels, deep.Width, deep.Height, deep.Bands, Enums.BandFormat.Uchar);
        return converted.Copy(interpretation: Enums.Interpretation.Srgb);
    }

    private byte[] Convert(ReadOnlySpan<ushort> from, int bands)
    {
        var to = new byte[from.Length];

        for (var at = 0; at < to.Length; at += bands)
        {
            var (red, green, blue) = (_toLight[from[at]], _toLight[from[at + 1]], _toLight[from[at + 2]]);
            var gain = _gain(red, green, blue);
            var light = _toBt709.Of((gain * red, gain * green, gain * blue));
            (to[at], to[at + 1], to[at + 2]) = (FromLight(light.X), FromLight(light.Y), FromLight(light.Z));

            if (bands == 4)
            {
                to[at + 3] = (byte)(from[at + 3] >> 8);
            }
        }

        return to;
    }

    // By what the light of a pixel is multiplied before it is shown: its scene's contrast on a screen, then the bend that fits it below
    // white.
    private static Func<float, float, float, float> Gain(Chromaticities primaries, TransferFunction transfer)
    {
        // The eye tells dark from darker: the steps are even in the root of light.
        float[] bends =
        [
            .. Enumerable.Range(0, GainSteps + 1)
                .Select(step => (float)ToneMapping.Gain(transfer.Peak * Math.Pow((double)step / GainSteps, 2), transfer.Peak)),
        ];
        var (redPart, greenPart, bluePart) = primaries.Luminance;
        return (red, green, blue) =>
        {
            var screen = transfer.SystemGamma is 1
                ? 1
                : (float)(transfer.Peak * Math.Pow((redPart * red) + (greenPart * green) + (bluePart * blue), transfer.SystemGamma - 1));
            var brightest = screen * Math.Max(red, Math.Max(green, blue));
            return screen * bends[(int)Math.Min(GainSteps, GainSteps * Math.Sqrt(brightest / transfer.Peak))];
        };
    }

    private static byte FromLight(double light) => s_fromLight[(int)(Math.Clamp(light, 0, 1) * LightSteps)];

    private static double Encode(double light) => light <= 0.0031308 ? 12.92 * light : (1.055 * Math.Pow(light, 1 / 2.4)) - 0.055;
}
