using Iris.ImageProcessor.Imaging.Containers;
using NetVips;

namespace Iris.ImageProcessor.Imaging.Colors;

/// <summary>The alpha of an AVIF, whose samples may reach from 16 to 235 as those of a video. The decoder takes them as they are.</summary>
internal static class AvifAlpha
{
    private const double Least = 16d / 255, Range = 219d / 255;

    public static bool IsLimited(byte[] file)
    {
        var meta = AvifItem.Meta(file);
        return AvifItem.AuxiliaryOf(file, meta, AvifItem.Primary(file, meta)) is not 0 and var alpha
            && Av1SequenceHeader.IsLimitedGrey(AvifItem.Data(file, meta, alpha));
    }

    /// <summary>From nothing to opaque.</summary>
    public static Image Widen(Image image)
    {
        using (image)
        {
            if (!image.HasAlpha())
            {
                return image.Copy();
            }

            var peak = image.Format is Enums.BandFormat.Ushort ? ushort.MaxValue : byte.MaxValue;
            using var colors = image.ExtractBand(0, n: image.Bands - 1);
            using var alpha = image[image.Bands - 1].Linear([1 / Range], [-Least / Range * peak]);
            using var widened = alpha.Round(Enums.OperationRound.Rint).Cast(image.Format);
            return colors.Bandjoin(widened);
        }
    }
}
