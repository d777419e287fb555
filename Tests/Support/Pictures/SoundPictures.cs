using System.Text;
using NetVips;

namespace Iris.Tests.Support.Pictures;

/// <summary>A small picture in each format and each way that the format has to store it, with what a camera adds.</summary>
internal static class SoundPictures
{
    private const int Width = 64, Height = 48;

    public static IReadOnlyList<byte[]> All()
    {
        using var plain = Plain();
        using var rich = Rich(plain);
        using var alpha = plain.Bandjoin(plain[0]);
        using var deep = plain.Colourspace(Enums.Interpretation.Rgb16);
        using var deepAlpha = alpha.Colourspace(Enums.Interpretation.Rgb16);
        using var grey = plain.Colourspace(Enums.Interpretation.Bw);
        using var printed = plain.IccTransform("cmyk", inputProfile: "srgb");
        using var animation = Animation(plain);
        return
        [
            plain.JpegsaveBuffer(),
            rich.JpegsaveBuffer(),
            rich.JpegsaveBuffer(interlace: true),
            plain.JpegsaveBuffer(interlace: true, subsampleMode: Enums.ForeignSubsample.Off),
            plain.JpegsaveBuffer(restartInterval: 2),
            grey.JpegsaveBuffer(),
            printed.JpegsaveBuffer(),
            SlowPicture.Jpeg(Width, Height, scans: 50),
            plain.PngsaveBuffer(),
            rich.PngsaveBuffer(),
            deepAlpha.PngsaveBuffer(interlace: true),
            alpha.PngsaveBuffer(palette: true),
            grey.PngsaveBuffer(bitdepth: 1),
            plain.WebpsaveBuffer(),
            rich.WebpsaveBuffer(),
            alpha.WebpsaveBuffer(),
            alpha.WebpsaveBuffer(lossless: true),
            animation.WebpsaveBuffer(),
            plain.GifsaveBuffer(),
            alpha.GifsaveBuffer(interlace: true),
            animation.GifsaveBuffer(),
            Avif(plain),
            Avif(rich),
            Avif(alpha),
            Avif(deepAlpha, bitdepth: 10),
        ];
    }

    private static byte[] Avif(Image image, int? bitdepth = null) =>
        image.HeifsaveBuffer(
            bitdepth: bitdepth, compression: Enums.ForeignHeifCompression.Av1, effort: 0, subsampleMode: Enums.ForeignSubsample.Off);

    private static Image Plain()
    {
        using var places = Image.Xyz(Width, Height);
        using var bands = (places[0] * 4).Bandjoin(places[1] * 5, (places[0] * places[1]) % 256);
        return bands.Cast(Enums.BandFormat.Uchar).Copy(interpretation: Enums.Interpretation.Srgb).CopyMemory();
    }

    private static Image Rich(Image image) => image.Mutate(to =>
    {
        to.Set(GValue.GIntType, "orientation", 6);
        to.Set(GValue.GStrType, "exif-ifd0-ImageDescription", "somewhere");
        to.Set(GValue.BlobType, "xmp-data", Encoding.ASCII.GetBytes("<x:xmpmeta xmlns:x='adobe:ns:meta/'/>"));
        to.Set(GValue.BlobType, "icc-profile-data", Profile.Linear());
        to.Set(GValue.GStrType, "png-comment-0-Comment", "something");
    });

    private static Image Animation(Image image)
    {
        using var inverted = image.Invert();
        using var frames = Image.Arrayjoin([image, inverted, image], across: 1);
        return frames.Mutate(to => to.Set(GValue.GIntType, "page-height", Height));
    }
}
