using Iris.Tests.Support;
using NetVips;
using SixLabors.ImageSharp.PixelFormats;

namespace Iris.Tests.Unit.Imaging;

/// <summary>What we encode with libvips, another decoder reads: SixLabors.ImageSharp, which shares no code with it.</summary>
public sealed class IndependentDecoderTests
{
    private static readonly Dictionary<string, Func<byte[]>> s_originals = new()
    {
        ["photograph"] = () => Photographs.Car.Bytes,
        ["upright photograph"] = () => Image.ThumbnailBuffer(Photographs.Kitten.Bytes, 200, height: 900).JpegsaveBuffer(),
        ["drawing"] = () => Sample.Quadrants().PngsaveBuffer(),
        ["transparent photograph"] = Transparent,
        ["icon"] = () => Sample.Png(48, 48),
        ["line"] = () => Sample.Png(700, 1),
    };

    public static TheoryData<string> Originals => [.. s_originals.Keys];

    [Theory]
    [MemberData(nameof(Originals))]
    public void It_sees_the_same_pixels(string original)
    {
        using var picture = Sample.Decode(s_originals[original]());

        Assert.All([picture.ToWebP(300).Bytes, picture.ToWebP(600).Bytes, picture.ToWebP(1600).Bytes, picture.ToJpeg()], encoded =>
        {
            using var ours = Image.NewFromBuffer(encoded);
            using var rgba = ours.HasAlpha() ? ours.Copy() : ours.AddAlpha();
            using var theirs = SixLabors.ImageSharp.Image.Load<Rgba32>(encoded);
            var pixels = new byte[theirs.Width * theirs.Height * 4];
            theirs.CopyPixelDataTo(pixels);

            Assert.Equal((ours.Width, ours.Height), (theirs.Width, theirs.Height));
            // Colours of half the resolution are spread over the pixels in more than one way.
            Assert.InRange(rgba.WriteToMemory<byte>().Zip(pixels, (one, other) => (double)Math.Abs(one - other)).Average(), 0, 1.5);
        });
    }

    private static byte[] Transparent()
    {
        using var photograph = Image.ThumbnailBuffer(Photographs.Cat.Bytes, 500);
        using var alpha = Image.Identity(size: photograph.Width).Linear([0.5], [0]).Cast(Enums.BandFormat.Uchar);
        using var spread = alpha.Replicate(1, photograph.Height);
        return photograph.Bandjoin(spread).PngsaveBuffer();
    }
}
