namespace Amazon.Rekognition.Model;

/// <summary>How much of the image's properties comes back.</summary>
public class DetectLabelsImagePropertiesSettings
{
    /// <summary>At most so many dominant colours, 0 to 20; 10 unless told.</summary>
    public int? MaxDominantColors { get; set; }
}
