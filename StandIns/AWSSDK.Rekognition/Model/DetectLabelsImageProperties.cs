namespace Amazon.Rekognition.Model;

/// <summary>Colours and quality of the whole picture, its foreground and its background.</summary>
public class DetectLabelsImageProperties
{
    /// <summary>Quality of the whole.</summary>
    public DetectLabelsImageQuality? Quality { get; set; }

    /// <summary>Colours of the whole.</summary>
    public List<DominantColor>? DominantColors { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    /// <summary>The part in front.</summary>
    public DetectLabelsImageForeground? Foreground { get; set; }

    /// <summary>The part behind.</summary>
    public DetectLabelsImageBackground? Background { get; set; }
}
