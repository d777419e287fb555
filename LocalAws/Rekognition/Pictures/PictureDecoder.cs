using LocalAws.Rekognition.Detection;
using LocalAws.Rekognition.Protocol;
using Microsoft.Extensions.Options;
using NetVips;

namespace LocalAws.Rekognition.Pictures;

/// <summary>Makes of a JPEG or PNG the squares of pixels that the network looks at: upright, without alpha, in sRGB.</summary>
internal sealed class PictureDecoder(IOptions<RekognitionOptions> options)
{
    private const int MinSide = 80, Size = DetectionNetwork.PictureSize;

    // The network was trained on pictures scaled to -1…1, and so 0 is nothing to it.
    private const double Grey = 127;

    static PictureDecoder()
    {
        // One thread a picture, as for the network; and no picture comes twice, so that remembering operations would only take memory.
        NetVips.NetVips.Concurrency = 1;
        Cache.Max = 0;
    }

    /// <returns>One look or several; the first has the whole square full of the picture.</returns>
    public Outcome<Look[]> Decode(byte[] picture)
    {
        try
        {
            using var header = OpenHeader(picture);
            return Violation(header) is { } error ? error : Looks(picture, header!);
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

    private Look[] Looks(byte[] picture, Image header)
    {
        using var upright = Upright(picture, header);
        var squashed = Squash(upright);

        if (options.Value.Looks == 1)
        {
            return [squashed];
        }

        var letterboxed = Letterbox(upright);
        return options.Value.Looks == 2 ? [squashed, letterboxed] : [squashed, letterboxed, squashed.Mirror(), letterboxed.Mirror()];
    }

    private static Image Upright(byte[] picture, Image header)
    {
        using var source = Load(picture, header);
        // A PNG of 100 megapixels passes by in rows; it is never whole in memory.
        var scale = (double)(4 * Size) / Math.Min(source.Width, source.Height);
        using var small = scale < 0.5 ? source.Resize(scale) : source.Copy();
        using var standard = small.Colourspace(Enums.Interpretation.Srgb);
        using var opaque = standard.HasAlpha() ? standard.Flatten(background: [255.0]) : standard.Copy();
        using var bytes = opaque.Cast(Enums.BandFormat.Uchar);
        using var pixels = bytes.CopyMemory();
        return pixels.Autorot();
    }

    private static Look Squash(Image upright)
    {
        using var square = upright.ThumbnailImage(Size, height: Size, size: Enums.Size.Force);
        return new(square.WriteToMemory<byte>(), new(0, 0, 1, 1));
    }

    private static Look Letterbox(Image upright)
    {
        using var whole = upright.ThumbnailImage(Size, height: Size, size: Enums.Size.Both);
        var (left, top) = ((Size - whole.Width) / 2, (Size - whole.Height) / 2);
        using var square = whole.Embed(left, top, Size, Size, extend: Enums.Extend.Background, background: [Grey]);
        var place = new Box(left, top, left + whole.Width, top + whole.Height);
        return new(square.WriteToMemory<byte>(), place.DivideBy(Size));
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
