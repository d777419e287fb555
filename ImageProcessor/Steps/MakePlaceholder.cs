using Iris.ImageProcessor.Imaging;

namespace Iris.ImageProcessor.Steps;

/// <summary>Thumbhash and colour: what a gallery shows before any derivative has arrived.</summary>
internal static class MakePlaceholder
{
    public static Placeholder Run(DecodedImage image)
    {
        using var step = ProcessorTelemetry.Step("placeholder");
        return image.ToPlaceholder();
    }
}
