using System.Text;
using Iris.Catalog;
using Iris.Tests.Support;
using Iris.Tests.Support.Pictures;
using NetVips;
using Image = NetVips.Image;

namespace Iris.Tests.Unit.Imaging;

public sealed class BombTests
{
    // The processor at rest has some 45 MB, and may have 160.
    private const long Allowed = 110 * 1024 * 1024;

    private static readonly Dictionary<string, (Func<byte[]> Make, RejectionCode? Expected)> s_bombs = new()
    {
        ["png of 50,000 x 50,000"] = (() => Bomb.Png(50_000, 50_000, rows: 100), RejectionCode.TooManyPixels),
        ["png of 16,385 x 1"] = (() => Bomb.Png(16_385, 1, rows: 1), RejectionCode.TooManyPixels),
        ["png of 8,000 x 6,251"] = (() => Bomb.Png(8_000, 6_251, rows: 6_251), RejectionCode.TooManyPixels),
        ["png of 8,000 x 6,250"] = (() => Bomb.Png(8_000, 6_250, rows: 6_250), null),
        ["png of 8,000 x 6,250 with 100 rows"] = (() => Bomb.Png(8_000, 6_250, rows: 100), RejectionCode.Corrupt),
        ["gif of 10,000 frames"] = (() => Bomb.Gif(1_000, 1_000, rows: 1_000, frames: 10_000), null),
        ["gif of 65,535 x 65,535"] = (() => Bomb.Gif(65_535, 65_535, rows: 1, frames: 1), RejectionCode.TooManyPixels),
        ["gif of 8,000 x 6,251"] = (() => Bomb.Gif(8_000, 6_251, rows: 1, frames: 1), RejectionCode.TooManyPixels),
        ["jpeg that claims 65,500 x 65,500"] = (() => Bomb.LyingJpeg(65_500, 65_500), RejectionCode.TooManyPixels),
        ["jpeg that claims 7,000 x 7,000"] = (() => Bomb.LyingJpeg(7_000, 7_000), null),
        ["jpeg that claims 1 x 1"] = (() => Bomb.LyingJpeg(1, 1), null),
        ["jpeg that claims 0 x 0"] = (() => Bomb.LyingJpeg(0, 0), RejectionCode.Corrupt),
        ["avif that claims 64 x 64"] = (LyingAvif, RejectionCode.Corrupt),
        ["nothing"] = (() => [], RejectionCode.NotAnImage),
        ["one byte"] = (() => [0xFF], RejectionCode.NotAnImage),
        ["text"] = (() => "not a picture, whatever its name"u8.ToArray(), RejectionCode.NotAnImage),
        ["html before a jpeg"] = (() => [.. "<html><script>alert(1)</script></html>"u8, .. Photographs.Cat.Bytes], RejectionCode.NotAnImage),
        ["svg"] = (() => "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>"u8.ToArray(), RejectionCode.UnsupportedFormat),
        ["tiff"] = (() => Sample.Quadrants().TiffsaveBuffer(), RejectionCode.UnsupportedFormat),
        ["signature of a png alone"] = (() => [0x89, .. "PNG\r\n"u8, 0x1A, 0x0A], RejectionCode.Corrupt),
        ["signature of a jpeg alone"] = (() => [0xFF, 0xD8, 0xFF], RejectionCode.Corrupt),
    };

    // What a decoder need not see, and the picture beside it.
    private static readonly Dictionary<string, (Func<byte[]> Make, RejectionCode? Expected)> s_slow = new()
    {
        ["50 chunks of text that unfold to 8 MB each"] = (() => SlowPicture.PngWithText(Sample.Png(800, 600), chunks: 50), null),
        ["a profile of 15,000 stages"] = (() => SlowPicture.PngWithProfile(Sample.Png(200, 200), Profile.Stages(15_000)), null),
        ["a jpeg of 800 scans"] = (() => SlowPicture.Jpeg(8_000, 6_200, scans: 800), RejectionCode.TooComplex),
        ["a progressive jpeg without an end"] = (() => Sample.Quadrants(800, 600).JpegsaveBuffer(interlace: true)[..^2], null),
    };

    private static readonly Lazy<Task<IReadOnlyDictionary<string, Weighed>>> s_weighed =
        new(() => Weighed.AllAsync(s_bombs.Concat(s_slow).ToDictionary(bomb => bomb.Key, bomb => bomb.Value.Make)));

    public static TheoryData<string> Bombs => [.. s_bombs.Keys];

    public static TheoryData<string> Slow => [.. s_slow.Keys];

    [Theory]
    [MemberData(nameof(Bombs))]
    public async Task Each_is_decoded_or_refused_within_memory_and_time(string name)
    {
        var weighed = (await s_weighed.Value)[name];

        Assert.Equal(s_bombs[name].Expected, weighed.Rejection);
        Assert.InRange(weighed.Bytes, long.MinValue, Allowed);
        Assert.InRange(weighed.ProcessorTime, TimeSpan.Zero, TimeSpan.FromSeconds(5));
    }

    [Theory]
    [MemberData(nameof(Slow))]
    public async Task What_is_not_needed_to_show_a_picture_costs_nothing(string name)
    {
        var weighed = (await s_weighed.Value)[name];

        Assert.Equal(s_slow[name].Expected, weighed.Rejection);
        Assert.InRange(weighed.Bytes, long.MinValue, 40 * 1024 * 1024);
        Assert.InRange(weighed.ProcessorTime, TimeSpan.Zero, TimeSpan.FromSeconds(1));
    }

    [Fact]
    public void More_than_five_megabytes_are_too_large() => Assert.Equal(RejectionCode.TooLarge, Sample.Refuse(new byte[(5 * 1024 * 1024) + 1]).Code);

    [Fact]
    public void What_follows_or_hides_in_a_picture_does_not_survive()
    {
        byte[] script = [.. "<script>alert(document.domain)</script>"u8];
        using var commented = Image.NewFromBuffer(Photographs.Cat.Bytes).Mutate(to => to.Set(GValue.GStrType, "jpeg-comment", Encoding.ASCII.GetString(script)));
        byte[] polyglot = [.. commented.JpegsaveBuffer(), .. script];
        Assert.True(polyglot.AsSpan().IndexOf("<script>"u8) >= 0);

        using var picture = Sample.Decode(polyglot);

        Assert.Equal(-1, picture.ToWebP(600).Bytes.AsSpan().IndexOf("<script>"u8));
        Assert.Equal(-1, picture.ToJpeg().AsSpan().IndexOf("<script>"u8));
    }

    private static byte[] LyingAvif()
    {
        var bytes = Sample.Quadrants(2000, 1500).HeifsaveBuffer(compression: Enums.ForeignHeifCompression.Av1);
        var size = bytes.AsSpan(bytes.AsSpan().IndexOf("ispe"u8) + 8, 8);
        size.Clear();
        (size[3], size[7]) = (64, 64);
        return bytes;
    }
}
