namespace Amazon.Rekognition.Model;

/// <summary>How much of the image's properties comes back.</summary>
public class DetectLabelsImagePropertiesSettings
{
    /// <summary>At most so many dominant colours, 1 to 12; 10 unless told.</summary>
    public int? MaxDominantColors { get; set; }
}
