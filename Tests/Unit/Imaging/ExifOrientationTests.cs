using Iris.ImageProcessor.Imaging;
using NetVips;

namespace Iris.Tests.Unit.Imaging;

public sealed class ExifOrientationTests
{
    private const int Left = 0, Right = 1, Top = 0, Bottom = 2;

    // EXIF 2.32, tag 274: which side of the upright picture the file's first row shows, and which its first column.
    public static TheoryData<int, int, int> Orientations => new()
    {
        { 1, Top, Left },
        { 2, Top, Right },
        { 3, Bottom, Right },
        { 4, Bottom, Left },
        { 5, Left, Top },
        { 6, Right, Top },
        { 7, Right, Bottom },
        { 8, Left, Bottom },
    };

    [Theory]
    [MemberData(nameof(Orientations))]
    public void Exif_orientation_is_applied(int orientation, int firstRow, int firstColumn)
    {
        var sideways = orientation >= 5;
        using var stored = Sample.Quadrants(
            sideways ? Sample.Height : Sample.Width,
            sideways ? Sample.Width : Sample.Height,
            [.. Stored(firstRow, firstColumn, sideways)]);
        using var tagged = stored.Mutate(to => to.Set(GValue.GIntType, "orientation", orientation));
        var bytes = tagged.JpegsaveBuffer(q: 95);

        Assert.True(ImageHeader.TryRead(bytes, ImagingLimits.Default, out var header, out _));
        Assert.Equal((Sample.Width, Sample.Height), (header.Width, header.Height));

        using var picture = Sample.Decode(bytes);
        var derivative = picture.ToWebP(300);
        Assert.Equal((300, 225), (derivative.Width, derivative.Height));
        Sample.AssertColours(Sample.Colours, Sample.ColoursOf(derivative.Bytes), tolerance: 8);
    }

    [Theory]
    [InlineData("png")]
    [InlineData("webp")]
    public void In_whichever_container_the_orientation_stands(string container)
    {
        using var stored = Sample.Quadrants(Sample.Height, Sample.Width, [.. Stored(Right, Top, sideways: true)]);
        using var tagged = stored.Mutate(to => to.Set(GValue.GIntType, "orientation", 6));

        using var picture = Sample.Decode(container == "png" ? tagged.PngsaveBuffer() : tagged.WebpsaveBuffer(q: 95));

        Assert.Equal((Sample.Width, Sample.Height), (picture.Width, picture.Height));
        Sample.AssertColours(Sample.Colours, Sample.ColoursOf(picture.ToWebP(300).Bytes), tolerance: 8);
    }

    // The four stored fields: in the first row and column lie those of the sides named, in the others those of the sides opposite.
    private static IEnumerable<double[]> Stored(int firstRow, int firstColumn, bool sideways)
    {
        var (oppositeRow, oppositeColumn) = sideways ? (Right - firstRow, Bottom - firstColumn) : (Bottom - firstRow, Right - firstColumn);
        foreach (var row in (int[])[firstRow, oppositeRow])
        {
            foreach (var column in (int[])[firstColumn, oppositeColumn])
            {
                yield return Sample.Colours[row + column];
            }
        }
    }
}
