using System.ComponentModel.DataAnnotations;

namespace Iris.ImageProcessor;

/// <summary>Which of the labels that Rekognition offers are kept.</summary>
internal sealed class LabelOptions
{
    public const string Section = "Labels";

    [Range(0, 100, ErrorMessage = "Labels:MinConfidence is a percentage from 0 to 100.")]
    public float MinConfidence { get; set; } = 70;

    [Range(1, 100, ErrorMessage = "Labels:MaxLabels is a number from 1 to 100.")]
    public int MaxLabels { get; set; } = 20;
}
