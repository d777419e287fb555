using System.Diagnostics.CodeAnalysis;
using Iris.Catalog;
using Iris.ImageProcessor.Imaging.Colors;
using Iris.ImageProcessor.Imaging.Containers;
using NetVips;
using Image = NetVips.Image;

namespace Iris.ImageProcessor.Imaging;

/// <summary>What a file says about its picture before a pixel of it is decoded. A header that exists is within the limits.</summary>
public sealed record ImageHeader
{
    private ImageHeader(Essentials essentials, ImageFormat format, Image image)
    {
        (Essentials, Format, Encoding) = (essentials, format, ColorEncoding.Read(essentials.File, format));
        Orientation = image.Contains("orientation") ? (int)image.Get("orientation") : 1;
        (Width, Height) = IsSideways ? (image.Height, image.Width) : (image.Width, image.Height);
        DecoderBytes = DecoderMemory.Estimate(format, image);
    }

    /// <summary>The format, by the file's first bytes.</summary>
    public ImageFormat Format { get; }

    /// <summary>Width in pixels of the upright picture.</summary>
    public int Width { get; }

    /// <summary>Height in pixels of the upright picture.</summary>
    public int Height { get; }

    /// <summary>The EXIF orientation, 1 to 8, that <see cref="Width"/> and <see cref="Height"/> have taken into account.</summary>
    public int Orientation { get; }

    /// <summary>What a decoder gets to see of the file.</summary>
    internal Essentials Essentials { get; }

    internal ColorEncoding? Encoding { get; }

    internal bool IsSideways => Orientation is >= 5 and <= 8;

    /// <summary>Memory that the decoder will hold, in bytes, estimated.</summary>
    public long DecoderBytes { get; }

    /// <summary>Reads the header and holds it against the limits.</summary>
    /// <param name="bytes">The whole file.</param>
    /// <param name="limits">What is refused.</param>
    /// <param name="header">The header, when there is nothing against it.</param>
    /// <param name="rejection">What is against it, otherwise.</param>
    /// <returns>Whether the picture may be decoded.</returns>
    public static bool TryRead(
        byte[] bytes, ImagingLimits limits, [NotNullWhen(true)] out ImageHeader? header, [NotNullWhen(false)] out Rejection? rejection)
    {
        (header, rejection) = Read(bytes, limits);
        return rejection is null && header is not null;
    }

    private static (ImageHeader?, Rejection?) Read(byte[] bytes, ImagingLimits limits)
    {
        if (bytes.Length > limits.MaxBytes)
        {
            return (null, Rejections.TooLarge(limits));
        }

        if (FileType.Sniff(bytes) is not { } type)
        {
            return (null, bytes.Length == 0 ? Rejections.Empty : Rejections.NotAnImage);
        }

        if (type.Format is not { } format)
        {
            return (null, Rejections.Unsupported(type));
        }

        if (Unsupported(bytes, format) is { } variant)
        {
            return (null, Rejections.Unsupported(variant));
        }

        var (essentials, rejection) = Container.Reduce(bytes, format);
        if (rejection is not null)
        {
            return (null, rejection);
        }

        try
        {
            using var image = Codecs.Open(essentials, format);
            var header = new ImageHeader(essentials, format, image);
            return (header, Rejections.Against(header, limits));
        }
        catch (VipsException)
        {
            return (null, Rejections.Corrupt(format));
        }
    }

    // What has the signature of a format that is decoded and is, further inside, of a kind that is not.
    private static FileType? Unsupported(byte[] bytes, ImageFormat format) => format switch
    {
        ImageFormat.Jpeg when JpegFrame.Precision(bytes) is > 8 and var bits =>
            new($"JPEG of {bits} bits", Remedy: "Save it with 8 bits, or as PNG or AVIF."),
        ImageFormat.Avif when AvifSequence.HasTracksAlone(bytes) =>
            new("AVIF without a still picture", Remedy: "Send one of its pictures as JPEG, PNG, WebP, GIF or AVIF."),
        _ => null,
    };
}
