using Amazon.Runtime;

namespace Amazon.Rekognition.Model;

/// <summary>What Rekognition sees.</summary>
public class DetectLabelsResponse : AmazonWebServiceResponse
{
    /// <summary>The labels, by falling confidence; null when none came back, unless collections are initialized.</summary>
    public List<Label>? Labels { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    /// <summary>Version of the label model, like "3.0".</summary>
    public string? LabelModelVersion { get; set; }

    /// <summary>Colours and quality, when the feature IMAGE_PROPERTIES was asked for.</summary>
    public DetectLabelsImageProperties? ImageProperties { get; set; }

    /// <summary>Always null: boxes refer to the upright picture.</summary>
    public OrientationCorrection? OrientationCorrection { get; set; }
}
