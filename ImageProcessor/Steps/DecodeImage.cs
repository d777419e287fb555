using System.Diagnostics.CodeAnalysis;
using Iris.ImageProcessor.Imaging;

namespace Iris.ImageProcessor.Steps;

/// <summary>Decodes the picture, once, to the size of the largest derivative.</summary>
internal sealed class DecodeImage(ImagingLimits limits)
{
    public bool TryRun(
        byte[] bytes,
        ImageHeader header,
        CancellationToken cancellationToken,
        [NotNullWhen(true)] out DecodedImage? image,
        [NotNullWhen(false)] out Defect? defect)
    {
        using var step = ProcessorTelemetry.Step("decode");
        return DecodedImage.TryDecode(bytes, header, limits, cancellationToken, out image, out defect);
    }
}
