using Iris.ImageProcessor.Imaging.Colors;
using NetVips;

namespace Iris.ImageProcessor.Imaging;

/// <summary>From a file to upright sRGB pixels in memory, in one pass over the file.</summary>
internal static class Decoding
{
    /// <exception cref="VipsException">The file cannot be read to its end, or <paramref name="cancellationToken"/> fired.</exception>
    public static Image Run(ImageHeader header, int side, CancellationToken cancellationToken)
    {
        using var source = Codecs.OpenShrunk(header, side);
        using var shrunk = Shrink(source, header, side);
        using var rgb = header.Encoding is null ? ToSrgb(shrunk) : ToRgb(shrunk);

        // libvips looks at the flag before each strip of rows. A codec that decodes a whole picture in one call is not interrupted: it is
        // bounded by the pixels and the memory that the header was allowed.
        using var killing = cancellationToken.UnsafeRegister(static image => ((Image)image!).SetKill(true), rgb);
        var decoded = rgb.CopyMemory();
        var upright = header.Orientation == 1 ? decoded : Upright(decoded);
        return header.Encoding is null ? upright : ToSrgb(upright, header.Encoding);
    }

    private static Image Upright(Image decoded)
    {
        using (decoded)
        using (var upright = decoded.Autorot())
        {
            return upright.CopyMemory();
        }
    }

    private static Image ToSrgb(Image decoded, ColorEncoding encoding)
    {
        using (decoded)
        {
            return SrgbConversion.Run(decoded, encoding);
        }
    }

    private static Image Shrink(Image source, ImageHeader header, int side)
    {
        var scale = (double)side / Math.Max(header.Width, header.Height);
        if (scale >= 1)
        {
            return source.Copy();
        }

        // To what the whole picture comes to, at least a pixel: a codec that shrunk has rounded.
        var (width, height) = header.IsSideways ? (header.Height, header.Width) : (header.Width, header.Height);
        var (across, down) = (
            Math.Max(1, Math.Round(width * scale)) / source.Width, Math.Max(1, Math.Round(height * scale)) / source.Height);

        if (!source.HasAlpha())
        {
            return source.Resize(across, vscale: down);
        }

        // Invisible pixels have colours too; weighted by their alpha they leave no fringe. The casts keep the resizing in integers: three
        // times faster.
        using var weighted = source.Premultiply();
        using var premultiplied = weighted.Cast(source.Format);
        using var resized = premultiplied.Resize(across, vscale: down);
        using var plain = resized.Unpremultiply();
        return plain.Cast(source.Format);
    }

    private static Image ToSrgb(Image image)
    {
        using var rgb = TransformByProfile(image) ?? image.Colourspace(Enums.Interpretation.Srgb);
        return rgb.Cast(Enums.BandFormat.Uchar);
    }

    // What its numbers stand for is seen to when there are few of them.
    private static Image ToRgb(Image image) =>
        image.Colourspace(image.Format is Enums.BandFormat.Ushort ? Enums.Interpretation.Rgb16 : Enums.Interpretation.Srgb);

    // A profile that is broken, or that belongs to another kind of picture, is passed over, as browsers do. Inks without a profile have
    // that of a common press: without black point compensation their black, which is a dark grey, would stay one.
    private static Image? TransformByProfile(Image image)
    {
        var inks = image.Interpretation is Enums.Interpretation.Cmyk ? "cmyk" : null;

        try
        {
            return inks is not null || image.Contains("icc-profile-data")
                ? image.IccTransform(
                    "srgb", embedded: true, inputProfile: inks, intent: Enums.Intent.Relative, blackPointCompensation: true, depth: 8)
                : null;
        }
        catch (VipsException)
        {
            return null;
        }
    }
}
