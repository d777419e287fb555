using System.Diagnostics;
using Iris.Catalog;
using Iris.ImageProcessor.Imaging;

namespace Iris.ImageProcessor;

/// <summary>What is wrong with a picture, in the catalog's words.</summary>
internal static class DefectMapping
{
    public static Rejection ToRejection(this Defect defect) => new(
        defect.Kind switch
        {
            DefectKind.NotAnImage => RejectionCode.NotAnImage,
            DefectKind.UnsupportedFormat => RejectionCode.UnsupportedFormat,
            DefectKind.TooLarge => RejectionCode.TooLarge,
            DefectKind.TooManyPixels => RejectionCode.TooManyPixels,
            DefectKind.TooComplex => RejectionCode.TooComplex,
            DefectKind.Corrupt => RejectionCode.Corrupt,
            _ => throw new UnreachableException(),
        },
        defect.Message);
}
