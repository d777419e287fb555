using System.Diagnostics;
using Iris.Catalog;
using Iris.ImageProcessor.Imaging;
using Iris.Tests.Support;
using Iris.Tests.Support.Pictures;
using NetVips;
using Image = NetVips.Image;

namespace Iris.Tests.Unit.Imaging;

public sealed class DamagedPictureTests
{
    private static readonly Dictionary<string, Func<byte[]>> s_corpus = new()
    {
        ["jpeg"] = () => Photograph().JpegsaveBuffer(),
        ["progressive jpeg"] = () => Photograph().JpegsaveBuffer(interlace: true),
        ["png"] = () => Photograph().PngsaveBuffer(),
        ["interlaced png"] = () => Photograph().PngsaveBuffer(interlace: true),
        ["palette png"] = () => Photograph().PngsaveBuffer(palette: true),
        ["webp"] = () => Photograph().WebpsaveBuffer(keep: Enums.ForeignKeep.None),
        ["lossless webp"] = () => Photograph().WebpsaveBuffer(lossless: true, keep: Enums.ForeignKeep.None),
        ["webp with alpha"] = () => Photograph().Bandjoin(Photograph()[0]).WebpsaveBuffer(keep: Enums.ForeignKeep.None),
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
            var rejection = Sample.Refuse(whole[..Math.Max(32, whole.Length * twentieths / 20)]);
            Assert.Equal(RejectionCode.Corrupt, rejection.Code);
        });
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_jpeg_without_its_end_marker_is_shown_as_the_one_that_has_it(bool isProgressive)
    {
        var whole = Photograph().JpegsaveBuffer(interlace: isProgressive);
        using var expected = Sample.Decode(whole);

        using var picture = Sample.Decode(whole[..^2]);

        Assert.Equal(expected.ToWebP(1600).Bytes, picture.ToWebP(1600).Bytes);
    }

    // One core has them in ten seconds; Benchmarks runs as many as one likes.
    [Fact]
    public void Of_three_thousand_that_were_changed_each_is_a_picture_or_has_a_reason()
    {
        var mutated = new MutatedPictures(seed: 13);
        var slowest = TimeSpan.Zero;

        for (var number = 0; number < 3_000; number++)
        {
            var (began, usedBefore) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
            var (picture, rejection) = Sample.TryDecode(mutated.Case(number));
            using (picture)
            {
                Assert.True(picture is null != rejection is null, $"case {number}");
                picture?.ToWebP(300);
            }

            // On a busy machine the clock runs while nothing does, and other tests use the processor too.
            var taken = Math.Min(Stopwatch.GetElapsedTime(began).Ticks, (Environment.CpuUsage.TotalTime - usedBefore).Ticks);
            slowest = TimeSpan.FromTicks(Math.Max(slowest.Ticks, taken));
        }

        Assert.InRange(slowest, TimeSpan.Zero, TimeSpan.FromSeconds(5));
    }

    [Fact]
    public void A_picture_that_takes_too_long_is_too_complex()
    {
        var bytes = Photographs.TwelveMegapixels.Bytes;
        var limits = ImagingLimits.Default with { DecodeTimeout = TimeSpan.FromMilliseconds(1) };

        // The time is up on the thread pool, which other tests may keep busy for as long as one decoding takes.
        Assert.Contains(Enumerable.Range(0, 50), _ => Sample.TryDecode(bytes, limits).Rejection?.Code is RejectionCode.TooComplex);
    }

    [Theory]
    [InlineData(9.9, 9.9, false)]
    [InlineData(10, 9.8, true)]
    [InlineData(10, 5, true)]
    [InlineData(5, 10, false)] // on two threads
    [InlineData(53, 0.8, false)] // on a machine that has a great deal else to do
    public void Its_time_is_up_on_the_clock_and_half_of_it_on_the_processor(double onTheClock, double ofTheProcessor, bool isUp) =>
        Assert.Equal(isUp, DecodingTime.HasPassed(TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(onTheClock), TimeSpan.FromSeconds(ofTheProcessor)));

    [Fact]
    public void Decoding_can_be_cancelled()
    {
        var bytes = Photographs.Kitten.Bytes;
        Assert.True(ImageHeader.TryRead(bytes, ImagingLimits.Default, out var header, out _));

        Assert.Throws<OperationCanceledException>(() =>
            DecodedImage.TryDecode(header, ImagingLimits.Default, new CancellationToken(canceled: true), out _, out _));
    }

    [Theory]
    [InlineData(10_000_000, "The picture has 7,000 × 5,000 pixels: at most 10 megapixels are allowed.")]
    [InlineData(50_000_000, "The picture has 7,000 × 5,000 pixels: decoding it would take 140 MiB of memory, and 64 are allowed.")]
    public void The_message_says_what_is_allowed(long maxPixels, string message)
    {
        using var image = Image.Black(7_000, 5_000, bands: 3).Copy(interpretation: Enums.Interpretation.Srgb);
        var bytes = image.PngsaveBuffer(interlace: true);
        var limits = ImagingLimits.Default with { MaxPixels = maxPixels, MaxDecoderBytes = 64 * 1024 * 1024 };

        Assert.Equal(new Rejection(RejectionCode.TooManyPixels, message), Sample.TryDecode(bytes, limits).Rejection);
    }

    private static Image Photograph() => Image.ThumbnailBuffer(Photographs.Car.Bytes, 200);
}
