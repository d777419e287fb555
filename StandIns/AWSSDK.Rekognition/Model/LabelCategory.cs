namespace Amazon.Rekognition.Model;

/// <summary>A category of labels, like "Animals and Pets".</summary>
public class LabelCategory
{
    /// <summary>Its name.</summary>
    public string? Name { get; set; }
}
