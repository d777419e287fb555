using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using Iris.Catalog;
using Iris.ImageProcessor.Imaging;
using Iris.Tests.Support;
using Iris.Tests.Support.Pictures;
using NetVips;
using Image = NetVips.Image;

namespace Iris.Tests.Unit.Imaging;

/// <summary>Run alone, because they watch the memory of the whole process.</summary>
[Collection(nameof(WatchesMemory))]
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
        ["5 MiB and a byte"] = (() => new byte[(5 * 1024 * 1024) + 1], RejectionCode.TooLarge),
        ["text"] = (() => "not a picture, whatever its name"u8.ToArray(), RejectionCode.NotAnImage),
        ["html before a jpeg"] = (() => [.. "<html><script>alert(1)</script></html>"u8, .. Photographs.Cat.Bytes], RejectionCode.NotAnImage),
        ["svg"] = (() => "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>"u8.ToArray(), RejectionCode.UnsupportedFormat),
        ["tiff"] = (() => Sample.Quadrants().TiffsaveBuffer(), RejectionCode.UnsupportedFormat),
        ["signature of a png alone"] = (() => [0x89, .. "PNG\r\n"u8, 0x1A, 0x0A], RejectionCode.Corrupt),
        ["signature of a jpeg alone"] = (() => [0xFF, 0xD8, 0xFF], RejectionCode.Corrupt),
    };

    public static TheoryData<string> Names => [.. s_bombs.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Each_is_decoded_or_refused_within_memory_and_time(string name)
    {
        var (make, expected) = s_bombs[name];
        var bytes = make();
        var limits = ImagingLimits.Default with { DecodeTimeout = TimeSpan.FromSeconds(20) };

        var before = StartWatching();
        var (picture, rejection) = Sample.TryDecode(bytes, limits);
        using (picture)
        {
            picture?.ToWebP(1600);
        }

        Assert.Equal(expected, rejection?.Code);
        Assert.InRange(ResidentBytes("VmHWM") - before, long.MinValue, Allowed);
    }

    // In processor time: other programs want the machine too.
    [Theory]
    [InlineData("50 chunks of text that unfold to 8 MB each", null)]
    [InlineData("a profile of 15,000 stages", null)]
    [InlineData("a jpeg of 800 scans", RejectionCode.TooComplex)]
    [InlineData("a progressive jpeg without an end", null)]
    public void What_is_not_needed_to_show_a_picture_costs_nothing(string name, RejectionCode? expected)
    {
        var bytes = name switch
        {
            "a profile of 15,000 stages" => SlowPicture.PngWithProfile(Sample.Png(200, 200), Profile.Stages(15_000)),
            "a jpeg of 800 scans" => SlowPicture.Jpeg(8_000, 6_200, scans: 800),
            "a progressive jpeg without an end" => Sample.Quadrants(800, 600).JpegsaveBuffer(interlace: true)[..^2],
            _ => SlowPicture.PngWithText(Sample.Png(800, 600), chunks: 50),
        };
        var (before, began) = (StartWatching(), Environment.CpuUsage.TotalTime);

        var (picture, rejection) = Sample.TryDecode(bytes);

        Assert.Equal(expected, rejection?.Code);
        Assert.InRange(Environment.CpuUsage.TotalTime - began, TimeSpan.Zero, TimeSpan.FromSeconds(1));
        Assert.InRange(ResidentBytes("VmHWM") - before, long.MinValue, 40 * 1024 * 1024);
        picture?.Dispose();
    }

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

    private static long StartWatching()
    {
        GC.Collect();
        malloc_trim(0); // malloc_trim(3): what other tests freed would be used again, and would hide a peak
        File.WriteAllText("/proc/self/clear_refs", "5"); // proc(5): resets the peak
        return ResidentBytes("VmRSS");
    }

    private static byte[] LyingAvif()
    {
        var bytes = Sample.Quadrants(2000, 1500).HeifsaveBuffer(compression: Enums.ForeignHeifCompression.Av1);
        var size = bytes.AsSpan(bytes.AsSpan().IndexOf("ispe"u8) + 8, 8);
        size.Clear();
        (size[3], size[7]) = (64, 64);
        return bytes;
    }

    [DllImport("libc.so.6")]
    private static extern int malloc_trim(nuint padding);

    private static long ResidentBytes(string name) =>
        long.Parse(
            File.ReadLines("/proc/self/status").First(line => line.StartsWith(name, StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[1],
            CultureInfo.InvariantCulture) * 1024;
}

[CollectionDefinition(nameof(WatchesMemory), DisableParallelization = true)]
public sealed class WatchesMemory;
