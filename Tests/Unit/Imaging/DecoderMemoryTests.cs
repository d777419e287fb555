using Iris.ImageProcessor.Imaging;
using NetVips;

namespace Iris.Tests.Unit.Imaging;

public sealed class DecoderMemoryTests
{
    // Of the picture that is kept, of strips, and of what the codec holds however small a picture is.
    private const long Margin = 24 * 1024 * 1024;

    private static readonly Dictionary<string, Func<Image, byte[]>> s_encodings = new()
    {
        ["jpeg"] = image => image.JpegsaveBuffer(),
        ["progressive jpeg"] = image => image.JpegsaveBuffer(interlace: true),
        ["progressive jpeg of 4:4:4"] = image => image.JpegsaveBuffer(interlace: true, subsampleMode: Enums.ForeignSubsample.Off),
        ["png"] = image => image.PngsaveBuffer(compression: 1),
        ["interlaced png"] = image => image.PngsaveBuffer(compression: 1, interlace: true),
        ["interlaced 16-bit png with alpha"] = image => Deep(image.Bandjoin(image[0])).PngsaveBuffer(compression: 1, interlace: true),
        ["webp"] = image => image.WebpsaveBuffer(effort: 0),
        ["webp with alpha"] = image => image.Bandjoin(image[0]).WebpsaveBuffer(effort: 0),
        ["lossless webp"] = image => image.WebpsaveBuffer(lossless: true, effort: 0),
        ["gif"] = image => image.GifsaveBuffer(effort: 1),
        ["avif"] = image => Avif(image, Enums.ForeignSubsample.On),
        ["avif of 4:4:4"] = image => Avif(image, Enums.ForeignSubsample.Off),
        ["avif with alpha"] = image => Avif(image.Bandjoin(image[0]), Enums.ForeignSubsample.Off),
        ["10-bit avif of 4:4:4"] = image => Avif(Deep(image), Enums.ForeignSubsample.Off),
        ["10-bit avif with alpha"] = image => Avif(Deep(image.Bandjoin(image[0])), Enums.ForeignSubsample.Off),
    };

    private static readonly Dictionary<string, Lazy<byte[]>> s_pictures =
        s_encodings.ToDictionary(encoding => encoding.Key, encoding => new Lazy<byte[]>(() => encoding.Value(Gradient(3000, 2000))));

    private static readonly Lazy<Task<IReadOnlyDictionary<string, Weighed>>> s_weighed =
        new(() => Weighed.AllAsync(s_pictures.ToDictionary(picture => picture.Key, picture => new Func<byte[]>(() => picture.Value.Value))));

    public static TheoryData<string> Encodings => [.. s_encodings.Keys];

    [Theory]
    [MemberData(nameof(Encodings))]
    public async Task No_decoder_holds_more_than_is_estimated(string encoding)
    {
        Assert.True(ImageHeader.TryRead(s_pictures[encoding].Value, ImagingLimits.Default with { MaxBytes = int.MaxValue }, out var header, out _));

        var weighed = (await s_weighed.Value)[encoding];

        Assert.Null(weighed.Rejection);
        Assert.InRange(weighed.Bytes, 1, header.DecoderBytes + Margin);
    }

    [Theory]
    [InlineData("avif of 4:4:4", 6000, 4000)]
    [InlineData("10-bit avif with alpha", 6000, 4000)]
    [InlineData("gif", 8000, 6240)]
    [InlineData("interlaced 16-bit png with alpha", 8000, 6240)]
    [InlineData("progressive jpeg of 4:4:4", 8000, 6240)]
    public void What_cameras_write_is_within_the_limits(string encoding, int width, int height)
    {
        // The header says it: pixels by the dozen million would take a minute to make.
        var small = s_encodings[encoding](Gradient(600, 400));
        Assert.True(ImageHeader.TryRead(small, ImagingLimits.Default, out var header, out _));

        var estimated = header.DecoderBytes / (600d * 400) * width * height;

        Assert.InRange(estimated, 1, ImagingLimits.Default.MaxDecoderBytes);
    }

    [Fact]
    public void An_avif_of_24_megapixels_is_shown()
    {
        using var picture = Sample.Decode(Avif(Gradient(6000, 4000), Enums.ForeignSubsample.On));

        Assert.Equal((1600, 1067), (picture.Width, picture.Height));
    }

    [Fact]
    public void A_gif_of_50_megapixels_is_shown()
    {
        using var image = Image.Black(8_000, 6_240).Copy(interpretation: Enums.Interpretation.Bw);

        using var picture = Sample.Decode(image.GifsaveBuffer(effort: 1));

        Assert.Equal((1600, 1248), (picture.Width, picture.Height));
    }

    private static Image Gradient(int width, int height) =>
        Sample.Quadrants(60, 40).Resize((double)width / 60, vscale: (double)height / 40).CopyMemory();

    private static Image Deep(Image image) => image.Colourspace(Enums.Interpretation.Rgb16);

    private static byte[] Avif(Image image, Enums.ForeignSubsample subsampling) => image.HeifsaveBuffer(
        q: 50, bitdepth: image.Format is Enums.BandFormat.Ushort ? 10 : 8, effort: 0, compression: Enums.ForeignHeifCompression.Av1, subsampleMode: subsampling);
}
