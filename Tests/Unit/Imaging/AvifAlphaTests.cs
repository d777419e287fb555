using Iris.Tests.Support.Pictures;
using NetVips;

namespace Iris.Tests.Unit.Imaging;

public sealed class AvifAlphaTests
{
    [Theory]
    [InlineData(8)]
    [InlineData(10)]
    public void Alpha_that_reaches_from_16_to_235_is_widened(int bits)
    {
        var bytes = EditedAvif.WithLimitedAlpha(Avif(bits));

        Assert.Equal([0, 255, 128, 0], Alphas(bytes));
    }

    [Theory]
    [InlineData(8)]
    [InlineData(10)]
    public void Alpha_that_reaches_from_0_to_255_stays(int bits) => Assert.Equal([16, 235, 126, 0], Alphas(Avif(bits)));

    private static int[] Alphas(byte[] bytes)
    {
        using var picture = Sample.Decode(bytes);
        return [.. Sample.ColoursOf(picture.ToWebP(1600).Bytes).Select(colour => (int)colour[3])];
    }

    private static byte[] Avif(int bits)
    {
        using var alpha = Sample.Quadrants(colours: [[16], [235], [126], [0]]);
        using var rgba = Sample.Quadrants().Bandjoin(alpha);
        using var deep = bits > 8 ? rgba.Colourspace(Enums.Interpretation.Rgb16) : rgba.Copy();
        return deep.HeifsaveBuffer(lossless: true, bitdepth: bits, compression: Enums.ForeignHeifCompression.Av1);
    }
}
