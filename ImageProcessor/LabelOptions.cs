namespace Iris.ImageProcessor;

/// <summary>Which of the labels that Rekognition offers are kept.</summary>
internal sealed class LabelOptions
{
    public const string Section = "Labels";

    /// <summary>Percent.</summary>
    public float MinConfidence { get; set; } = 70;

    public int MaxLabels { get; set; } = 20;
}
