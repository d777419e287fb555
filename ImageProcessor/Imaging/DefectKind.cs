namespace Iris.ImageProcessor.Imaging;

/// <summary>The closed set of reasons for which bytes are refused.</summary>
public enum DefectKind
{
    /// <summary>The bytes carry the signature of no image format: text, a video, nothing at all.</summary>
    NotAnImage,

    /// <summary>An image, in a format that is recognised and not decoded.</summary>
    UnsupportedFormat,

    /// <summary>More bytes than <see cref="ImagingLimits.MaxBytes"/>.</summary>
    TooLarge,

    /// <summary>More pixels, a longer side, or a larger decoder than <see cref="ImagingLimits"/> allow.</summary>
    TooManyPixels,

    /// <summary>Decoding would take, or has taken, far longer than a picture of its size should.</summary>
    TooComplex,

    /// <summary>The signature is right, and the rest cannot be read to its end.</summary>
    Corrupt,
}
