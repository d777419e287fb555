using NetVips;

namespace Iris.ImageProcessor.Imaging;

/// <summary>From a file to upright sRGB pixels in memory, in one pass over the file.</summary>
internal static class Decoding
{
    /// <exception cref="VipsException">The file cannot be read to its end, or <paramref name="cancellationToken"/> fired.</exception>
    public static Image Run(byte[] bytes, ImageHeader header, int side, CancellationToken cancellationToken)
    {
        using var source = Codecs.OpenShrunk(bytes, header, side);
        using var shrunk = Shrink(source, side);
        using var rgb = ToSrgb(shrunk);

        // libvips looks at the flag before each strip of rows. A codec that decodes a whole picture in one call is not interrupted: it is
        // bounded by the pixels and the memory that the header was allowed.
        using var killing = cancellationToken.UnsafeRegister(static image => ((Image)image!).SetKill(true), rgb);
        var decoded = rgb.CopyMemory();

        if (header.Orientation == 1)
        {
            return decoded;
        }

        using (decoded)
        using (var upright = decoded.Autorot())
        {
            return upright.CopyMemory();
        }
    }

    private static Image Shrink(Image source, int side)
    {
        var scale = (double)side / Math.Max(source.Width, source.Height);
        if (scale >= 1)
        {
            return source.Copy();
        }

        if (!source.HasAlpha())
        {
            return source.Resize(scale);
        }

        // Invisible pixels have colours too; weighted by their alpha they leave no fringe. The casts keep the resizing in integers: three times faster.
        using var weighted = source.Premultiply();
        using var premultiplied = weighted.Cast(source.Format);
        using var resized = premultiplied.Resize(scale);
        using var plain = resized.Unpremultiply();
        return plain.Cast(source.Format);
    }

    private static Image ToSrgb(Image image)
    {
        using var rgb = TransformByProfile(image) ?? image.Colourspace(Enums.Interpretation.Srgb);
        return rgb.Cast(Enums.BandFormat.Uchar);
    }

    // A profile that is broken, or that belongs to another kind of picture, is passed over, as browsers do.
    private static Image? TransformByProfile(Image image)
    {
        try
        {
            return image.Contains("icc-profile-data")
                ? image.IccTransform("srgb", embedded: true, intent: Enums.Intent.Relative, blackPointCompensation: true, depth: 8)
                : null;
        }
        catch (VipsException)
        {
            return null;
        }
    }
}
