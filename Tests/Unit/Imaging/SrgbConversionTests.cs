using NetVips;

namespace Iris.Tests.Unit.Imaging;

public sealed class SrgbConversionTests
{
    private static readonly Dictionary<string, Func<Image, byte[]>> s_encodings = new()
    {
        ["jpeg"] = image => image.JpegsaveBuffer(q: 95),
        ["progressive jpeg"] = image => image.JpegsaveBuffer(q: 95, interlace: true),
        ["jpeg in display p3"] = image => image.IccTransform("p3", inputProfile: "srgb").JpegsaveBuffer(q: 95),
        ["jpeg with a profile that is none"] = image =>
            image.Mutate(to => to.Set(GValue.BlobType, "icc-profile-data", new byte[200])).JpegsaveBuffer(q: 95),
        ["png"] = image => image.PngsaveBuffer(),
        ["interlaced png"] = image => image.PngsaveBuffer(interlace: true),
        ["palette png"] = image => image.PngsaveBuffer(palette: true),
        ["16-bit png"] = image => Deep(image).PngsaveBuffer(),
        ["16-bit png in display p3"] = image => Deep(image).IccTransform("p3", inputProfile: "srgb", depth: 16).PngsaveBuffer(),
        ["webp"] = image => image.WebpsaveBuffer(q: 95),
        ["lossless webp"] = image => image.WebpsaveBuffer(lossless: true),
        ["gif"] = image => image.GifsaveBuffer(),
        ["avif"] = image => image.HeifsaveBuffer(q: 90, compression: Enums.ForeignHeifCompression.Av1),
        ["10-bit avif"] = image => Deep(image).HeifsaveBuffer(q: 90, bitdepth: 10, compression: Enums.ForeignHeifCompression.Av1),
    };

    public static TheoryData<string> Encodings => [.. s_encodings.Keys];

    [Theory]
    [MemberData(nameof(Encodings))]
    public void Every_way_to_store_a_picture_gives_the_same_colours(string encoding)
    {
        using var picture = Sample.Decode(s_encodings[encoding](Sample.Quadrants()));

        Sample.AssertColours(Sample.Colours, Sample.ColoursOf(picture.ToWebP(300).Bytes), tolerance: 8);
        Sample.AssertColours(Sample.Colours, Sample.ColoursOf(picture.ToJpeg()), tolerance: 8);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Cmyk_comes_out_near_what_was_printed(bool withProfile)
    {
        using var printed = Sample.Quadrants().IccTransform("cmyk", inputProfile: "srgb");
        using var picture = Sample.Decode(
            printed.JpegsaveBuffer(q: 95, keep: withProfile ? Enums.ForeignKeep.Icc : Enums.ForeignKeep.None));

        Sample.AssertColours(Sample.Colours, Sample.ColoursOf(picture.ToWebP(300).Bytes), tolerance: 20);
    }

    [Fact]
    public void The_black_of_four_inks_without_a_profile_is_black()
    {
        using var inks = (Image.Black(200, 200) + new double[] { 0, 0, 0, 255 }).Cast(Enums.BandFormat.Uchar)
            .Copy(interpretation: Enums.Interpretation.Cmyk);
        using var richer = (Image.Black(200, 200) + new double[] { 255, 255, 255, 255 }).Cast(Enums.BandFormat.Uchar)
            .Copy(interpretation: Enums.Interpretation.Cmyk);

        Assert.All([(inks, 12), (richer, 8)], black =>
        {
            using var picture = Sample.Decode(black.Item1.JpegsaveBuffer(q: 95, keep: Enums.ForeignKeep.None));
            var colour = Sample.ColoursOf(picture.ToWebP(300).Bytes)[0];
            Assert.True(colour[0] <= black.Item2 && colour[1] <= 8 && colour[2] <= 24, string.Join(", ", colour));
        });
    }

    [Theory]
    [InlineData("jpeg")]
    [InlineData("png")]
    [InlineData("16-bit png")]
    public void Grey_stays_grey(string encoding)
    {
        using var grey = Sample.Quadrants()
            .Colourspace(encoding.StartsWith("16", StringComparison.Ordinal) ? Enums.Interpretation.Grey16 : Enums.Interpretation.Bw);
        using var picture = Sample.Decode(encoding == "jpeg" ? grey.JpegsaveBuffer(q: 95) : grey.PngsaveBuffer());
        using var expected = Sample.Quadrants().Colourspace(Enums.Interpretation.Bw).Colourspace(Enums.Interpretation.Srgb);

        Sample.AssertColours(Sample.ColoursOf(expected.PngsaveBuffer()), Sample.ColoursOf(picture.ToWebP(300).Bytes), tolerance: 6);
    }

    [Theory]
    [InlineData("png")]
    [InlineData("16-bit png")]
    [InlineData("grey png")]
    [InlineData("webp")]
    [InlineData("avif")]
    public void Transparency_is_kept_in_derivatives_and_white_in_the_jpeg(string encoding)
    {
        using var picture = Sample.Decode(Transparent(encoding));

        var alphas = Sample.ColoursOf(picture.ToWebP(300).Bytes).Select(colour => colour.Length == 4 ? colour[3] : 255).ToArray();
        Assert.InRange(alphas[0], 0, 4);
        Assert.InRange(alphas[3], 251, 255);
        Sample.AssertColours([[255, 255, 255]], Sample.ColoursOf(picture.ToJpeg())[..1], tolerance: 4);
    }

    private static byte[] Transparent(string encoding)
    {
        using var alpha = Sample.Quadrants(colours: [[0], [255], [255], [255]]);
        using var rgba = Sample.Quadrants().Bandjoin(alpha);
        return encoding switch
        {
            "16-bit png" => rgba.Colourspace(Enums.Interpretation.Rgb16).PngsaveBuffer(),
            "grey png" => rgba.Colourspace(Enums.Interpretation.Bw).PngsaveBuffer(),
            "webp" => rgba.WebpsaveBuffer(q: 90),
            "avif" => rgba.HeifsaveBuffer(q: 90, compression: Enums.ForeignHeifCompression.Av1),
            _ => rgba.PngsaveBuffer(),
        };
    }

    private static Image Deep(Image image) => image.Colourspace(Enums.Interpretation.Rgb16);
}
