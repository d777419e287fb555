namespace Amazon.Rekognition.Model;

/// <summary>Another name of a label.</summary>
public class LabelAlias
{
    /// <summary>The name.</summary>
    public string? Name { get; set; }
}
