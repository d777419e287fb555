using Iris.ImageProcessor.Imaging.Containers;

namespace Iris.ImageProcessor.Imaging.Colors;

/// <summary>
/// What an AVIF says of its colours: the nclx of its primary item (ISO/IEC 14496-12, section 12.1.5), unless it has a profile.
/// </summary>
internal static class AvifColor
{
    private const int Srgb = 13;

    public static ColorEncoding? Read(byte[] file)
    {
        var colors = AvifProperties.OfPrimaryItem(file, "colr").Select(property => file.AsMemory(property.Content..property.End)).ToArray();
        var nclx = Array.Find(colors, color => color.Span.StartsWith("nclx"u8));
        return nclx.Length < 8 || Array.Exists(colors, color => color.Span.StartsWith("prof"u8) || color.Span.StartsWith("rICC"u8))
            ? null
            : ColorEncoding.Of(nclx.Span[5], TransferOf(nclx.Span[7]));
    }

    // Encoders that come from video call sRGB by the names of its cameras, BT.709, BT.601 and BT.2020, and browsers know it.
    private static int TransferOf(int codePoint) => codePoint is 1 or 6 or 14 or 15 ? Srgb : codePoint;
}
