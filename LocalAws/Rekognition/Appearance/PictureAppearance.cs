using LocalAws.Rekognition.Detection;
using LocalAws.Rekognition.Protocol;

namespace LocalAws.Rekognition.Appearance;

/// <summary>
/// What the feature IMAGE_PROPERTIES answers: quality and colours of the whole, of what is in front, and of what is behind.
/// </summary>
internal static class PictureAppearance
{
    /// <param name="pixels">RGB of the square picture that the network looks at.</param>
    /// <param name="found">Where objects are.</param>
    /// <param name="maxColors">At most so many colours each.</param>
    public static ImageProperties Describe(byte[] pixels, IReadOnlyCollection<Box> found, int maxColors)
    {
        var foreground = Region.Foreground(found);
        return new(
            QualityMeter.Measure(pixels, Region.Whole),
            DominantColors.Find(pixels, Region.Whole, maxColors),
            Part(foreground),
            Part(foreground.Complement()));

        // In recorded responses the parts have no contrast.
        ImagePart Part(Region region) =>
            new(QualityMeter.Measure(pixels, region) with { Contrast = null }, DominantColors.Find(pixels, region, maxColors));
    }
}
