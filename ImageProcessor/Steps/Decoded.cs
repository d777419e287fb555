using Iris.ImageProcessor.Imaging;

namespace Iris.ImageProcessor.Steps;

/// <summary>A picture with its header, or what is wrong with it.</summary>
internal sealed record Decoded(ImageHeader? Header, DecodedImage? Image, Defect? Defect)
{
    public static Decoded TooSlow { get; } = new(null, null, Defects.TooSlow);
}
