using Iris.Tests.Support;
using Iris.Tests.Support.Pictures;
using NetVips;

namespace Iris.Benchmarks.Pictures;

/// <summary>Of each format what costs most, within 5 MiB, 50 megapixels and 16,384 pixels a side.</summary>
internal static class WorstPictures
{
    private const int MaxBytes = 5 * 1024 * 1024, Side = 7_070;

    public static readonly IReadOnlyList<(string Name, Func<byte[]> Make)> All =
    [
        ("an ordinary photograph of 12 megapixels", () => Photographs.TwelveMegapixels.Bytes),
        ("JPEG, 50 MP of noise", () => Fitting(quality => Noise(Side, Side, 12).JpegsaveBuffer(q: quality))),
        ("progressive JPEG, 50 MP of noise, 4:4:4", () => Fitting(quality => Noise(Side, Side, 12).JpegsaveBuffer(q: quality, interlace: true, subsampleMode: Enums.ForeignSubsample.Off))),
        ("progressive JPEG, 36 MP, CMYK", () => Black(6_000, 6_000, 4).Copy(interpretation: Enums.Interpretation.Cmyk).JpegsaveBuffer(interlace: true)),
        ("JPEG, 40 scans of 50 MP", () => SlowPicture.Jpeg(8_000, 6_250, scans: 40)),
        ("JPEG, 100 scans of 20 MP", () => SlowPicture.Jpeg(5_000, 4_000, scans: 100)),
        ("JPEG, 800 scans of 50 MP", () => SlowPicture.Jpeg(8_000, 6_250, scans: 800)),
        ("PNG, 50 MP, 16 bits, RGBA", () => Deep(Black(Side, Side, 4)).PngsaveBuffer(compression: 9, filter: Enums.ForeignPngFilter.Paeth)),
        ("interlaced PNG, 37 MP, 16 bits, RGBA", () => Deep(Black(6_080, 6_080, 4)).PngsaveBuffer(compression: 9, interlace: true)),
        ("interlaced PNG, 50 MP, RGBA", () => Black(Side, Side, 4).PngsaveBuffer(compression: 9, interlace: true)),
        ("PNG, 50 MP, one bit", () => Bomb.Png(8_000, 6_250, rows: 6_250)),
        ("PNG, noise of 5 MiB", () => Noise(1_300, 1_300, 40).PngsaveBuffer()),
        ("PNG, 430,000 empty chunks", () => SlowPicture.PngWith(Black(200, 200, 3).PngsaveBuffer(), [.. Enumerable.Repeat(Bomb.Chunk("tEXt", []), 430_000).SelectMany(chunk => chunk)])),
        ("PNG, 650 texts that unfold to 8 MB each", () => SlowPicture.PngWithText(Black(200, 200, 3).PngsaveBuffer(), chunks: 650)),
        ("PNG, a profile of 40,000 stages", () => SlowPicture.PngWithProfile(Black(200, 200, 3).PngsaveBuffer(), Profile.Stages(40_000))),
        ("PNG, a profile of 4.8 GB in 5 MiB", () => SlowPicture.PngWith(Black(200, 200, 3).PngsaveBuffer(), Bomb.Chunk("iCCP", [.. "p\0\0"u8, .. Bomb.Zeros(4_800_000_000)]))),
        ("WebP, 50 MP of noise", () => Fitting(quality => Noise(Side, Side, 8).WebpsaveBuffer(q: quality, effort: 0))),
        ("WebP, 50 MP with alpha", () => Black(Side, Side, 4).WebpsaveBuffer(effort: 0)),
        ("lossless WebP, 50 MP", () => Slope(Side, Side).WebpsaveBuffer(lossless: true, effort: 0)),
        ("lossless WebP, noise of 5 MiB", () => Noise(1_300, 1_300, 40).WebpsaveBuffer(lossless: true, effort: 0)),
        ("GIF, 50 MP", () => Black(8_000, 6_250, 3).GifsaveBuffer(effort: 1)),
        ("GIF, 150,000 frames", () => Bomb.Gif(1_000, 1_000, rows: 1_000, frames: 150_000)),
        ("AVIF, 12 MP of noise, 4:4:4, 10 bits", () => Fitting(quality => Avif(Deep(Noise(4_000, 3_000, 12)), quality, bitdepth: 10))),
        ("AVIF, 24 MP, 4:2:0", () => Slope(6_000, 4_000).HeifsaveBuffer(compression: Enums.ForeignHeifCompression.Av1, effort: 0)),
        ("AVIF, 50 MP, 4:4:4, 10 bits", () => Avif(Deep(Slope(Side, Side)), 50, bitdepth: 10)),
        ("AVIF, a grid of 255 tiles, 23 MP", () => AvifFile.GridOf(Avif(Noise(300, 300, 40), 60, bitdepth: 8), columns: 15, rows: 17, width: 300, height: 300)),
        ("AVIF, 50 MP that claim 64 x 64", () => Lying(Avif(Slope(Side, Side), 50, bitdepth: 8))),
    ];

    private static Image Black(int width, int height, int bands) =>
        Image.Black(width, height, bands: bands).Copy(interpretation: Enums.Interpretation.Srgb);

    // Smooth, so that much of it fits into few bytes, and nowhere the same.
    private static Image Slope(int width, int height)
    {
        var places = Image.Xyz(width, height);
        return Srgb((places[0] * (255.0 / width)).Bandjoin(places[1] * (255.0 / height), (places[0] + places[1]) * (127.0 / width)));
    }

    private static Image Noise(int width, int height, double sigma)
    {
        Image[] channels = [.. Enumerable.Range(1, 3).Select(seed => Image.Gaussnoise(width, height, mean: 128, sigma: sigma, seed: seed))];
        return Srgb(channels[0].Bandjoin(channels[1..]));
    }

    private static Image Srgb(Image image) => image.Cast(Enums.BandFormat.Uchar).Copy(interpretation: Enums.Interpretation.Srgb);

    private static Image Deep(Image image) => image.Colourspace(Enums.Interpretation.Rgb16);

    private static byte[] Avif(Image image, int quality, int bitdepth) => image.HeifsaveBuffer(
        q: quality,
        bitdepth: bitdepth,
        compression: Enums.ForeignHeifCompression.Av1,
        effort: 0,
        subsampleMode: Enums.ForeignSubsample.Off,
        keep: Enums.ForeignKeep.None);

    // Its best quality that is not too large.
    private static byte[] Fitting(Func<int, byte[]> encode)
    {
        var (least, most, best) = (1, 90, Array.Empty<byte>());

        while (least <= most)
        {
            var quality = (least + most) / 2;
            var bytes = encode(quality);
            (least, most, best) = bytes.Length <= MaxBytes ? (quality + 1, most, bytes) : (least, quality - 1, best);
        }

        return best;
    }

    private static byte[] Lying(byte[] avif)
    {
        var size = avif.AsSpan(avif.AsSpan().IndexOf("ispe"u8) + 8, 8);
        size.Clear();
        (size[3], size[7]) = (64, 64);
        return avif;
    }
}
