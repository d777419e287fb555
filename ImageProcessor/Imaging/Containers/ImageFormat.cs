namespace Iris.ImageProcessor.Imaging.Containers;

/// <summary>The formats that are decoded. Everything else is recognised at most by name.</summary>
public enum ImageFormat
{
    /// <summary>JPEG, baseline and progressive.</summary>
    Jpeg,

    /// <summary>PNG; of an APNG the still picture.</summary>
    Png,

    /// <summary>WebP, lossy and lossless; of an animation the first frame.</summary>
    WebP,

    /// <summary>GIF; of an animation the first frame.</summary>
    Gif,

    /// <summary>AVIF: AV1 in a HEIF container; of a sequence the primary item.</summary>
    Avif,
}
