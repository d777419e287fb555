namespace Amazon.Rekognition.Model;

/// <summary>The part of the picture in front.</summary>
public class DetectLabelsImageForeground
{
    /// <summary>Its quality.</summary>
    public DetectLabelsImageQuality? Quality { get; set; }

    /// <summary>Its colours.</summary>
    public List<DominantColor>? DominantColors { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}
