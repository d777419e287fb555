namespace Amazon.Rekognition.Model;

/// <summary>An ancestor of a label.</summary>
public class Parent
{
    /// <summary>Its name.</summary>
    public string? Name { get; set; }
}
