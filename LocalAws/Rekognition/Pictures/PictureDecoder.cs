using LocalAws.Rekognition.Detection;
using LocalAws.Rekognition.Protocol;
using Microsoft.Extensions.Options;
using NetVips;

namespace LocalAws.Rekognition.Pictures;

/// <summary>Makes of a JPEG or PNG the square of pixels that the network looks at: upright, without alpha, in sRGB.</summary>
internal sealed class PictureDecoder(IOptions<RekognitionOptions> options)
{
    private const int MinSide = 80, Size = DetectionNetwork.PictureSize;

    static PictureDecoder()
    {
        // One thread a picture, as for the network; and no picture comes twice, so that remembering operations would only take memory.
        NetVips.NetVips.Concurrency = 1;
        Cache.Max = 0;
    }

    public Outcome<byte[]> Decode(byte[] picture)
    {
        try
        {
            using var header = OpenHeader(picture);
            return Violation(header) is { } error ? error : Square(picture, header!);
        }
        catch (VipsException)
        {
            return RekognitionError.InvalidImageFormat;
        }
    }

    // The first bytes decide which loader runs: no other than these two. Nothing is decoded yet.
    private static Image? OpenHeader(byte[] picture) => picture switch
    {
        [0xFF, 0xD8, 0xFF, ..] => Image.JpegloadBuffer(picture),
        [0x89, (byte)'P', (byte)'N', (byte)'G', ..] => Image.PngloadBuffer(picture),
        _ => null,
    };

    private RekognitionError? Violation(Image? header) => header switch
    {
        null => RekognitionError.InvalidImageFormat,
        { Width: < MinSide } or { Height: < MinSide } =>
            RekognitionError.InvalidParameter($"the picture must be at least {MinSide} pixels wide and high"),
        _ when (long)header.Width * header.Height > options.Value.MaxPixels => RekognitionError.ImageTooLarge,
        _ => null,
    };

    private static byte[] Square(byte[] picture, Image header)
    {
        using var source = Load(picture, header);
        using var square = source.ThumbnailImage(Size, height: Size, size: Enums.Size.Force);
        using var opaque = square.HasAlpha() ? square.Flatten(background: [255.0]) : square.Copy();
        using var standard = opaque.Colourspace(Enums.Interpretation.Srgb);
        using var bytes = standard.Cast(Enums.BandFormat.Uchar);
        return bytes.WriteToMemory<byte>();
    }

    private static Image Load(byte[] picture, Image header)
    {
        if (picture is not [0xFF, ..])
        {
            return Image.PngloadBuffer(picture, access: Enums.Access.Sequential, failOn: Enums.FailOn.Error);
        }

        // Twice the size is enough for a sharp square, and a JPEG of a half, a quarter or an eighth is decoded in a fraction of the time.
        var shrink = (Math.Min(header.Width, header.Height) / (2 * Size)) switch { >= 8 => 8, >= 4 => 4, >= 2 => 2, _ => 1 };
        return Image.JpegloadBuffer(picture, shrink: shrink, access: Enums.Access.Sequential, failOn: Enums.FailOn.Error);
    }
}
