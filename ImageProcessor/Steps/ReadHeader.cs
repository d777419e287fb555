using System.Diagnostics.CodeAnalysis;
using Iris.ImageProcessor.Imaging;

namespace Iris.ImageProcessor.Steps;

/// <summary>Looks at the first bytes and at the header, and decides whether the picture may be decoded at all.</summary>
internal sealed class ReadHeader(ImagingLimits limits)
{
    public bool TryRun(byte[] bytes, [NotNullWhen(true)] out ImageHeader? header, [NotNullWhen(false)] out Defect? defect)
    {
        using var step = ProcessorTelemetry.Step("read header");
        return ImageHeader.TryRead(bytes, limits, out header, out defect);
    }
}
