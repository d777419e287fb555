namespace Amazon.Rekognition.Model;

/// <summary>Something seen: an object, a scene or a concept.</summary>
public class Label
{
    /// <summary>Like "Dog".</summary>
    public string? Name { get; set; }

    /// <summary>Percent, 0 to 100.</summary>
    public float? Confidence { get; set; }

    /// <summary>One box for each of the objects, for the common objects that have boxes.</summary>
    public List<Instance>? Instances { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    /// <summary>All ancestors of the label, in alphabetical order.</summary>
    public List<Parent>? Parents { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    /// <summary>Other names of the label.</summary>
    public List<LabelAlias>? Aliases { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    /// <summary>The categories it belongs to.</summary>
    public List<LabelCategory>? Categories { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}
