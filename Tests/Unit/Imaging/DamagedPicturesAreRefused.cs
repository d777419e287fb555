using System.Diagnostics;
using System.Globalization;
using Iris.ImageProcessor.Imaging;
using Iris.Tests.Support;
using NetVips;

namespace Iris.Tests.Unit.Imaging;

public sealed class DamagedPicturesAreRefused
{
    private static readonly Dictionary<string, Func<byte[]>> s_corpus = new()
    {
        ["jpeg"] = () => Photograph().JpegsaveBuffer(),
        ["progressive jpeg"] = () => Photograph().JpegsaveBuffer(interlace: true),
        ["png"] = () => Photograph().PngsaveBuffer(),
        ["interlaced png"] = () => Photograph().PngsaveBuffer(interlace: true),
        ["palette png"] = () => Photograph().PngsaveBuffer(palette: true),
        ["webp"] = () => Photograph().WebpsaveBuffer(),
        ["lossless webp"] = () => Photograph().WebpsaveBuffer(lossless: true),
        ["webp with alpha"] = () => Photograph().Bandjoin(Photograph()[0]).WebpsaveBuffer(),
        ["gif"] = () => Photograph().GifsaveBuffer(),
        ["avif"] = () => Photograph().HeifsaveBuffer(compression: Enums.ForeignHeifCompression.Av1),
    };

    public static TheoryData<string> Corpus => [.. s_corpus.Keys];

    [Theory]
    [MemberData(nameof(Corpus))]
    public void A_picture_that_is_cut_short_is_corrupt(string kind)
    {
        var whole = s_corpus[kind]();

        Assert.All(Enumerable.Range(1, 19), twentieths =>
        {
            var defect = Sample.Refuse(whole[..Math.Max(32, whole.Length * twentieths / 20)]);
            Assert.Equal(DefectKind.Corrupt, defect.Kind);
        });
    }

    [Theory]
    [MemberData(nameof(Corpus))]
    public void Whatever_is_changed_the_outcome_is_a_picture_or_a_reason(string kind)
    {
        var cases = int.Parse(Environment.GetEnvironmentVariable("FUZZ_CASES") ?? "200", CultureInfo.InvariantCulture);
        var whole = s_corpus[kind]();
        var slowest = TimeSpan.Zero;

        for (var seed = 0; seed < cases; seed++)
        {
            var began = Stopwatch.GetTimestamp();
            var (picture, defect) = Sample.TryDecode(Mutation.Of(whole, new Random(seed)));
            using (picture)
            {
                _ = picture?.ToWebP(300);
                Assert.True(picture is null != defect is null, $"seed {seed}");
            }

            slowest = TimeSpan.FromTicks(Math.Max(slowest.Ticks, Stopwatch.GetElapsedTime(began).Ticks));
        }

        Assert.InRange(slowest, TimeSpan.Zero, TimeSpan.FromSeconds(5));
    }

    [Fact]
    public void A_decoder_that_is_too_slow_is_an_outage_and_no_fault_of_the_picture()
    {
        var bytes = Photographs.TwelveMegapixels.Bytes;
        var limits = ImagingLimits.Default with { DecodeTimeout = TimeSpan.FromMilliseconds(1) };

        // The time is up on the thread pool, which other tests may keep busy for as long as one decoding takes.
        Assert.Contains(Enumerable.Range(0, 50), _ => Record.Exception(() => Sample.TryDecode(bytes, limits)) is TimeoutException);
    }

    [Fact]
    public void Decoding_can_be_cancelled()
    {
        var bytes = Photographs.Kitten.Bytes;
        Assert.True(ImageHeader.TryRead(bytes, ImagingLimits.Default, out var header, out _));

        Assert.Throws<OperationCanceledException>(() =>
            DecodedImage.TryDecode(bytes, header, ImagingLimits.Default, new CancellationToken(canceled: true), out _, out _));
    }

    [Theory]
    [InlineData(10_000_000, "The picture has 7,000 × 5,000 pixels: at most 10 megapixels are allowed.")]
    [InlineData(50_000_000, "The picture has 7,000 × 5,000 pixels: decoding it would take 100 MiB of memory, and 64 are allowed.")]
    public void The_message_says_what_is_allowed(long maxPixels, string message)
    {
        using var image = Image.Black(7_000, 5_000, bands: 3).Copy(interpretation: Enums.Interpretation.Srgb);
        var bytes = image.PngsaveBuffer(interlace: true);
        var limits = ImagingLimits.Default with { MaxPixels = maxPixels, MaxDecoderBytes = 64 * 1024 * 1024 };

        Assert.Equal(new Defect(DefectKind.TooManyPixels, message), Sample.TryDecode(bytes, limits).Defect);
    }

    private static Image Photograph() => Image.ThumbnailBuffer(Photographs.Car.Bytes, 200);
}
