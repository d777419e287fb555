namespace Amazon.Rekognition.Model;

/// <summary>How a picture, or a part of it, was taken; each value 0 to 100.</summary>
public class DetectLabelsImageQuality
{
    /// <summary>How bright it is.</summary>
    public float? Brightness { get; set; }

    /// <summary>How sharp it is.</summary>
    public float? Sharpness { get; set; }

    /// <summary>How much contrast it has.</summary>
    public float? Contrast { get; set; }
}
