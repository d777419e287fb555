namespace Amazon.Rekognition.Model;

/// <summary>Filters and counts of <see cref="DetectLabelsRequest"/>.</summary>
public class DetectLabelsSettings
{
    /// <summary>Filters of the labels; allowed when the feature GENERAL_LABELS is asked for, which is the default.</summary>
    public GeneralLabelsSettings? GeneralLabels { get; set; }

    /// <summary>Allowed when the feature IMAGE_PROPERTIES is asked for.</summary>
    public DetectLabelsImagePropertiesSettings? ImageProperties { get; set; }
}
