namespace Amazon.Rekognition.Model;

/// <summary>One object of a label.</summary>
public class Instance
{
    /// <summary>Where it is.</summary>
    public BoundingBox? BoundingBox { get; set; }

    /// <summary>Percent, 0 to 100.</summary>
    public float? Confidence { get; set; }

    /// <summary>Its colours, when the feature IMAGE_PROPERTIES was asked for.</summary>
    public List<DominantColor>? DominantColors { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}
