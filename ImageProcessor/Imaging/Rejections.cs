using System.Globalization;

namespace Iris.ImageProcessor.Imaging;

/// <summary>The sentences, in one place.</summary>
internal static class Defects
{
    private const int MiB = 1024 * 1024;

    public static Defect Empty { get; } = new(DefectKind.NotAnImage, "The file is empty.");

    public static Defect NotAnImage { get; } = new(DefectKind.NotAnImage, "The file is not an image, whatever its name says.");

    public static Defect Unsupported(FileType type) => new(
        DefectKind.UnsupportedFormat,
        $"{type.Name} is not supported. {type.Remedy}");

    public static Defect TooLarge(ImagingLimits limits) => new(
        DefectKind.TooLarge,
        Format($"The file is larger than {limits.MaxBytes / (double)MiB:0.#} MiB."));

    public static Defect TooManyScans { get; } = new(
        DefectKind.TooComplex, "The picture is built up in far more scans than a photograph has. Save it again as an ordinary JPEG.");

    public static Defect TooManyTiles { get; } = new(
        DefectKind.TooComplex, "The picture is put together from far more tiles than a photograph has. Save it again as an ordinary AVIF.");

    public static Defect TooSlow { get; } = new(
        DefectKind.TooComplex, "The picture takes too long to decode. Save it again, smaller or in another format.");

    public static Defect Corrupt(ImageFormat format) => new(
        DefectKind.Corrupt,
        $"The file begins as {format switch { ImageFormat.WebP => "WebP", _ => format.ToString().ToUpperInvariant() }}, but it is damaged or cut short.");

    public static Defect? Against(ImageHeader header, ImagingLimits limits)
    {
        var pixels = (long)header.Width * header.Height;
        return (Math.Max(header.Width, header.Height) > limits.MaxSide, pixels > limits.MaxPixels, header.DecoderBytes > limits.MaxDecoderBytes) switch
        {
            (true, _, _) => TooMany(header, $"the longest side allowed is {limits.MaxSide:N0}"),
            (_, true, _) => TooMany(header, $"at most {limits.MaxPixels / 1e6:0.#} megapixels are allowed"),
            (_, _, true) => TooMany(header, $"decoding it would take {header.DecoderBytes / MiB:N0} MiB of memory, and {limits.MaxDecoderBytes / MiB:N0} are allowed"),
            _ => null,
        };
    }

    private static Defect TooMany(ImageHeader header, FormattableString reason) => new(
        DefectKind.TooManyPixels,
        Format($"The picture has {header.Width:N0} × {header.Height:N0} pixels: {Format(reason)}."));

    private static string Format(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
