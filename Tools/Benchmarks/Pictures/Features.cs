using Iris.Tests.Support.Pictures;
using NetVips;

namespace Iris.Benchmarks.Pictures;

/// <summary>What is compared: one picture of ramps and fields of colour, in every way that a format has to store it.</summary>
internal static class Features
{
    private const int Width = 120, Height = 90;

    private static readonly double[]
        s_srgb = [0.3127, 0.3290, 0.640, 0.330, 0.300, 0.600, 0.150, 0.060],
        s_p3 = [0.3127, 0.3290, 0.680, 0.320, 0.265, 0.690, 0.150, 0.060];

    // ITU-T H.273.
    private const int Bt709 = 1, Bt2020 = 9, DisplayP3 = 12, Srgb = 13, Bt2020Camera = 14, Pq = 16, Hlg = 18;

    public static IEnumerable<Feature> All() => [.. Jpeg(), .. Png(), .. WebP(), .. Gif(), .. Avif()];

    private static IEnumerable<Feature> Jpeg()
    {
        using var plain = Plain();
        using var printed = plain.IccTransform("cmyk", inputProfile: "srgb");

        yield return new("JPEG", "baseline, 4:2:0", plain.JpegsaveBuffer(q: 90));
        yield return new("JPEG", "baseline, 4:4:4", plain.JpegsaveBuffer(q: 95, subsampleMode: Enums.ForeignSubsample.Off));
        yield return new("JPEG", "progressive", plain.JpegsaveBuffer(q: 90, interlace: true));
        yield return new("JPEG", "restart intervals", plain.JpegsaveBuffer(q: 90, restartInterval: 2));
        yield return new("JPEG", "grey", plain.Colourspace(Enums.Interpretation.Bw).JpegsaveBuffer(q: 90));
        yield return new("JPEG", "Display P3 by profile", InP3(plain).JpegsaveBuffer(q: 95));

        foreach (var orientation in Enumerable.Range(1, 8))
        {
            yield return new("JPEG", $"orientation {orientation}", Oriented(plain, orientation).JpegsaveBuffer(q: 95));
        }

        yield return new("JPEG", "CMYK with a profile", printed.JpegsaveBuffer(q: 95), "Chromium does not compensate for the black point");
        yield return new(
            "JPEG",
            "CMYK without a profile",
            printed.JpegsaveBuffer(q: 95, keep: Enums.ForeignKeep.None),
            "Chromium multiplies inks instead of printing them");
    }

    private static IEnumerable<Feature> Png()
    {
        using var plain = Plain();
        using var alpha = WithAlpha(plain);
        using var deep = Deep(plain);
        var (png, deepPng) = (plain.PngsaveBuffer(), deep.PngsaveBuffer());

        yield return new("PNG", "8 bits", png);
        yield return new("PNG", "16 bits", deepPng);
        yield return new("PNG", "interlaced", plain.PngsaveBuffer(interlace: true));
        yield return new("PNG", "palette", plain.PngsaveBuffer(palette: true));
        yield return new("PNG", "grey", plain.Colourspace(Enums.Interpretation.Bw).PngsaveBuffer());
        yield return new("PNG", "grey of 1 bit", plain.Colourspace(Enums.Interpretation.Bw).PngsaveBuffer(bitdepth: 1));
        yield return new("PNG", "alpha", alpha.PngsaveBuffer());
        yield return new("PNG", "alpha of 16 bits", Deep(alpha).PngsaveBuffer());
        yield return new("PNG", "alpha of a palette", alpha.PngsaveBuffer(palette: true));
        yield return new("PNG", "grey with alpha", alpha.Colourspace(Enums.Interpretation.Bw).PngsaveBuffer());
        yield return new("PNG", "orientation 6", Oriented(plain, 6).PngsaveBuffer());
        yield return new("PNG", "animation", EditedPng.Animated(png, plain.FlipHor().PngsaveBuffer()));
        yield return new("PNG", "Display P3 by profile", InP3(plain).PngsaveBuffer());
        yield return new("PNG", "gAMA of light itself", EditedPng.WithGamma(png, 1));
        yield return new("PNG", "gAMA and cHRM of sRGB", EditedPng.WithPrimaries(EditedPng.WithGamma(png, 0.45455), s_srgb));
        yield return new("PNG", "gAMA and cHRM of P3", EditedPng.WithPrimaries(EditedPng.WithGamma(png, 0.45455), s_p3));
        yield return new("PNG", "cICP of Display P3", EditedPng.WithCodePoints(png, DisplayP3, Srgb));
        yield return new("PNG", "cICP of BT.2020", EditedPng.WithCodePoints(png, Bt2020, Bt2020Camera));
        yield return new("PNG", "cICP of PQ", EditedPng.WithCodePoints(deepPng, Bt2020, Pq));
        yield return new("PNG", "cICP of HLG", EditedPng.WithCodePoints(deepPng, Bt2020, Hlg));
    }

    private static IEnumerable<Feature> WebP()
    {
        using var plain = Plain();
        using var alpha = WithAlpha(plain);

        yield return new("WebP", "lossy", plain.WebpsaveBuffer(q: 90));
        yield return new("WebP", "lossless", plain.WebpsaveBuffer(lossless: true));
        yield return new("WebP", "alpha, lossy", alpha.WebpsaveBuffer(q: 90));
        yield return new("WebP", "alpha, lossless", alpha.WebpsaveBuffer(lossless: true));
        yield return new("WebP", "orientation 6", Oriented(plain, 6).WebpsaveBuffer(q: 95), "Chromium does not read the EXIF of a WebP");
        yield return new("WebP", "Display P3 by profile", InP3(plain).WebpsaveBuffer(lossless: true));
        yield return new("WebP", "animation", Animation(plain).WebpsaveBuffer(q: 90));
    }

    private static IEnumerable<Feature> Gif()
    {
        using var plain = Plain();

        yield return new("GIF", "palette", plain.GifsaveBuffer());
        yield return new("GIF", "interlaced", plain.GifsaveBuffer(interlace: true));
        yield return new("GIF", "transparency", WithAlpha(plain).GifsaveBuffer());
        yield return new("GIF", "animation", Animation(plain).GifsaveBuffer());
        yield return new("GIF", "frame smaller than its canvas", EditedGif.OnCanvas(plain.GifsaveBuffer(), 128, 128, left: 5, top: 20));
    }

    private static IEnumerable<Feature> Avif()
    {
        using var plain = Plain();
        using var deep = Deep(plain);
        var (avif, deepAvif) = (Encode(plain), Encode(deep, 10));

        yield return new(
            "AVIF",
            "8 bits, 4:2:0",
            plain.HeifsaveBuffer(q: 80, compression: Enums.ForeignHeifCompression.Av1, subsampleMode: Enums.ForeignSubsample.On));
        yield return new("AVIF", "8 bits, 4:4:4", avif);
        yield return new("AVIF", "10 bits", deepAvif);
        yield return new("AVIF", "12 bits", Encode(deep, 12));
        yield return new("AVIF", "grey", Encode(plain.Colourspace(Enums.Interpretation.Bw)));
        yield return new(
            "AVIF",
            "alpha",
            Encode(WithAlpha(plain)),
            "Chromium takes the alpha of libheif's files for limited range, which they say that it is not");
        yield return new("AVIF", "Display P3 by profile", Encode(InP3(plain)));
        yield return new("AVIF", "Display P3 by nclx", EditedAvif.WithColor(avif, DisplayP3, Srgb));
        yield return new("AVIF", "BT.709 by nclx", EditedAvif.WithColor(avif, Bt709, Bt709));
        yield return new("AVIF", "BT.2020 by nclx", EditedAvif.WithColor(avif, Bt2020, Bt2020Camera));
        yield return new("AVIF", "PQ by nclx", EditedAvif.WithColor(deepAvif, Bt2020, Pq));
        yield return new("AVIF", "HLG by nclx", EditedAvif.WithColor(deepAvif, Bt2020, Hlg));

        foreach (var quarters in Enumerable.Range(1, 3))
        {
            yield return new("AVIF", $"turned by {90 * quarters}°", EditedAvif.Turned(avif, quarters, isMirrored: false));
            yield return new("AVIF", $"turned by {90 * quarters}° and mirrored", EditedAvif.Turned(avif, quarters, isMirrored: true));
        }
    }

    private static byte[] Encode(Image image, int bits = 8) =>
        image.HeifsaveBuffer(
            q: 90, bitdepth: bits, compression: Enums.ForeignHeifCompression.Av1, subsampleMode: Enums.ForeignSubsample.Off);

    // Ramps across of white, the primaries and their mixtures, each fading downwards into a colour of its own.
    private static Image Plain()
    {
        using var ramp = Image.Xyz(Width, 1)[0] * (255d / (Width - 1));
        using var ramps = ramp.Bandjoin(ramp, ramp);
        using var fields = Image.Arrayjoin(
            [.. Enumerable.Range(1, 7).Select(primaries => ramps * new double[] { primaries & 1, (primaries >> 1) & 1, primaries >> 2 })],
            across: 1);
        using var fading = fields.Resize(1, vscale: Height / 7d, kernel: Enums.Kernel.Linear);
        using var lifted = (fading * 0.9) + new double[] { 20, 10, 15 };
        return lifted.Cast(Enums.BandFormat.Uchar).Copy(interpretation: Enums.Interpretation.Srgb).CopyMemory();
    }

    private static Image WithAlpha(Image image)
    {
        using var alpha = image[0].FlipVer();
        return image.Bandjoin(alpha).CopyMemory();
    }

    private static Image Deep(Image image) => image.Colourspace(Enums.Interpretation.Rgb16);

    private static Image InP3(Image image) => image.IccTransform("p3", inputProfile: "srgb");

    private static Image Oriented(Image image, int orientation) => image.Mutate(to => to.Set(GValue.GIntType, "orientation", orientation));

    private static Image Animation(Image image)
    {
        using var second = image.FlipHor();
        using var both = image.Join(second, Enums.Direction.Vertical);
        return both.Mutate(to => to.Set(GValue.GIntType, "page-height", image.Height));
    }
}
