namespace Amazon.Rekognition.Model;

/// <summary>What <see cref="IAmazonRekognition.DetectLabelsAsync"/> is asked.</summary>
public class DetectLabelsRequest : AmazonRekognitionRequest
{
    /// <summary>The picture; required.</summary>
    public Image? Image { get; set; }

    /// <summary><see cref="DetectLabelsFeatureName"/>s: GENERAL_LABELS unless told, IMAGE_PROPERTIES, or both.</summary>
    public List<string>? Features { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    /// <summary>At most so many labels, those of the highest confidence, 0 or more.</summary>
    public int? MaxLabels { get; set; }

    /// <summary>Percent, 0 to 100; 55 unless told.</summary>
    public float? MinConfidence { get; set; }

    /// <summary>Filters and counts.</summary>
    public DetectLabelsSettings? Settings { get; set; }
}
