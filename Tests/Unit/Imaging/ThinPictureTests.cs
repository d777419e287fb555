using NetVips;

namespace Iris.Tests.Unit.Imaging;

public sealed class ThinPictureTests
{
    private static readonly double[] s_colour = [201, 60, 30];

    private static readonly Dictionary<string, Func<Image, byte[]>> s_encodings = new()
    {
        ["jpeg"] = image => image.JpegsaveBuffer(q: 95),
        ["progressive jpeg"] = image => image.JpegsaveBuffer(q: 95, interlace: true),
        ["png"] = image => image.PngsaveBuffer(),
        ["webp"] = image => image.WebpsaveBuffer(q: 95),
        ["lossless webp"] = image => image.WebpsaveBuffer(lossless: true),
        ["gif"] = image => image.GifsaveBuffer(),
    };

    public static MatrixTheoryData<string, (int Width, int Height)> Pictures { get; } =
        new([.. s_encodings.Keys], [(1, 2000), (1, 3201), (3201, 1), (2, 12_801), (16_383, 3), (15, 3201)]);

    [Theory]
    [MemberData(nameof(Pictures))]
    public void However_thin_a_picture_is_it_keeps_its_colour(string encoding, (int Width, int Height) size)
    {
        using var image = (Image.Black(size.Width, size.Height) + s_colour).Cast(Enums.BandFormat.Uchar)
            .Copy(interpretation: Enums.Interpretation.Srgb);
        using var picture = Sample.Decode(s_encodings[encoding](image));

        foreach (var side in (int[])[300, 1600])
        {
            var derivative = picture.ToWebP(side);
            using var shown = Image.NewFromBuffer(derivative.Bytes);

            Assert.Equal(side, Math.Max(derivative.Width, derivative.Height));
            Assert.Equal(
                Math.Max(1, Math.Round((double)side * Math.Min(size.Width, size.Height) / Math.Max(size.Width, size.Height))),
                Math.Min(derivative.Width, derivative.Height));
            Sample.AssertColours([s_colour], [shown[shown.Width / 2, shown.Height / 2]], tolerance: 4);
        }
    }
}
