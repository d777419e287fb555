using Iris.Tests.Support;
using NetVips;

namespace Iris.Tests.Unit.Imaging;

public sealed class LosslessTests
{
    [Theory]
    [InlineData(8, 8)]
    [InlineData(128, 1)]
    [InlineData(128, 128)]
    public void A_small_picture_loses_nothing(int width, int height)
    {
        using var noise = Noise(width, height);
        using var picture = Sample.Decode(noise.PngsaveBuffer());

        Assert.Equal(0, Difference(noise, picture.ToWebP(300).Bytes));
    }

    [Fact]
    public void A_palette_of_eight_by_eight_is_exact()
    {
        using var palette = Noise(8, 8);
        var bytes = palette.GifsaveBuffer(dither: 0, bitdepth: 8);
        using var expected = Image.NewFromBuffer(bytes);
        using var picture = Sample.Decode(bytes);

        Assert.Equal(0, Difference(expected, picture.ToWebP(300).Bytes));
    }

    [Fact]
    public void A_drawing_loses_nothing_when_that_is_the_smaller_file()
    {
        using var drawing = Sample.Quadrants();
        using var picture = Sample.Decode(drawing.PngsaveBuffer());

        Assert.Equal(0, Difference(drawing, picture.ToWebP(1600).Bytes));
    }

    [Fact]
    public void A_photograph_is_compressed()
    {
        using var picture = Sample.Decode(Photographs.Car.Bytes);

        Assert.Equal("VP8 "u8, picture.ToWebP(1600).Bytes.AsSpan(12, 4));
    }

    private static Image Noise(int width, int height)
    {
        var pixels = new byte[width * height * 3];
        new Random(1).NextBytes(pixels);
        return Image.NewFromMemoryCopy(pixels, width, height, 3, Enums.BandFormat.Uchar).Copy(interpretation: Enums.Interpretation.Srgb);
    }

    private static double Difference(Image expected, byte[] actual)
    {
        using var image = Image.NewFromBuffer(actual);
        using var difference = (expected.ExtractBand(0, n: 3) - image.ExtractBand(0, n: 3)).Abs();
        return difference.Max();
    }
}
