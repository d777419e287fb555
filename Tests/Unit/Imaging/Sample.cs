using Iris.Catalog;
using Iris.ImageProcessor.Imaging;
using NetVips;
using Image = NetVips.Image;

namespace Iris.Tests.Unit.Imaging;

/// <summary>Pictures made for the purpose: four fields of known colours, and what became of them.</summary>
internal static class Sample
{
    public const int Width = 640, Height = 480;

    /// <summary>Top left, top right, bottom left, bottom right.</summary>
    public static readonly double[][] Colours = [[190, 70, 60], [70, 150, 90], [60, 90, 170], [128, 128, 128]];

    public static Image Quadrants(int width = Width, int height = Height, double[][]? colours = null)
    {
        var fields = (colours ?? Colours).Select(colour => (Image.Black(width / 2, height / 2) + colour).Cast(Enums.BandFormat.Uchar))
            .ToArray();
        return Image.Arrayjoin(fields, across: 2).Copy(interpretation: Enums.Interpretation.Srgb).CopyMemory();
    }

    public static byte[] Png(int width, int height) =>
        Quadrants().ThumbnailImage(width, height: height, size: Enums.Size.Force).PngsaveBuffer();

    public static DecodedImage Decode(byte[] bytes)
    {
        var (picture, rejection) = TryDecode(bytes);
        Assert.Null(rejection);
        return picture!;
    }

    public static Rejection Refuse(byte[] bytes)
    {
        var (picture, rejection) = TryDecode(bytes);
        picture?.Dispose();
        Assert.Null(picture);
        return rejection!;
    }

    public static (DecodedImage? Picture, Rejection? Rejection) TryDecode(byte[] bytes, ImagingLimits? limits = null)
    {
        limits ??= ImagingLimits.Default;
        return ImageHeader.TryRead(bytes, limits, out var header, out var rejection)
            && DecodedImage.TryDecode(header, limits, TestContext.Current.CancellationToken, out var picture, out rejection)
            ? (picture, null)
            : (null, rejection);
    }

    /// <summary>The colours in the middle of the four fields of an encoded picture.</summary>
    public static double[][] ColoursOf(byte[] encoded)
    {
        using var image = Image.NewFromBuffer(encoded);
        return [.. from y in (int[])[1, 3] from x in (int[])[1, 3] select image[image.Width * x / 4, image.Height * y / 4]];
    }

    public static void AssertColours(double[][] expected, double[][] actual, double tolerance) =>
        Assert.All(expected.Zip(actual), pair => Assert.All(pair.First.Zip(pair.Second), band => Assert.InRange(band.Second, band.First - tolerance, band.First + tolerance)));
}
