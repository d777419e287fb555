using System.Globalization;
using Iris.Catalog;
using Iris.ImageProcessor.Imaging.Containers;

namespace Iris.ImageProcessor.Imaging;

/// <summary>
/// Why a picture is refused, in one plain sentence for the person who sent the file. The bytes are at fault: trying again cannot help.
/// </summary>
internal static class Rejections
{
    private const int MiB = 1024 * 1024;

    public static Rejection Empty { get; } = new(RejectionCode.NotAnImage, "The file is empty.");

    public static Rejection NotAnImage { get; } = new(RejectionCode.NotAnImage, "The file is not an image, whatever its name says.");

    public static Rejection Another { get; } = new(RejectionCode.Corrupt, "The bytes are not those that the image is named after.");

    public static Rejection Unsupported(FileType type) => new(
        RejectionCode.UnsupportedFormat,
        $"{type.Name} is not supported. {type.Remedy}");

    public static Rejection TooLarge(ImagingLimits limits) => new(
        RejectionCode.TooLarge,
        Format($"The file is larger than {limits.MaxBytes / (double)MiB:0.#} MiB."));

    public static Rejection TooSlow { get; } = new(
        RejectionCode.TooComplex, "The picture takes too long to decode. Save it again, smaller or in another format.");

    public static Rejection Corrupt(ImageFormat format) => new(
        RejectionCode.Corrupt,
        $"The file begins as {format switch { ImageFormat.WebP => "WebP", _ => format.ToString().ToUpperInvariant() }}, but it is damaged or cut short.");

    public static Rejection? Against(ImageHeader header, ImagingLimits limits)
    {
        var pixels = (long)header.Width * header.Height;
        return (Math.Max(header.Width, header.Height) > limits.MaxSide, pixels > limits.MaxPixels, header.DecoderBytes > limits.MaxDecoderBytes) switch
        {
            (true, _, _) => TooMany(header, $"the longest side allowed is {limits.MaxSide:N0}"),
            (_, true, _) => TooMany(header, $"at most {limits.MaxPixels / 1e6:0.#} megapixels are allowed"),
            (_, _, true) => TooMany(
                header,
                $"decoding it would take {header.DecoderBytes / MiB:N0} MiB of memory, and {limits.MaxDecoderBytes / MiB:N0} are allowed"),
            _ => null,
        };
    }

    private static Rejection TooMany(ImageHeader header, FormattableString reason) => new(
        RejectionCode.TooManyPixels,
        Format($"The picture has {header.Width:N0} × {header.Height:N0} pixels: {Format(reason)}."));

    private static string Format(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
