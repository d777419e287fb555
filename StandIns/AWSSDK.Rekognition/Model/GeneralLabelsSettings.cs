namespace Amazon.Rekognition.Model;

/// <summary>
/// Which labels come back. A label passes when it is included by name or category, or nothing is included at all, and is not excluded.
/// </summary>
public class GeneralLabelsSettings
{
    /// <summary>Names of the labels that may come back.</summary>
    public List<string>? LabelInclusionFilters { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    /// <summary>Names of the labels that may not.</summary>
    public List<string>? LabelExclusionFilters { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    /// <summary>Categories whose labels may come back.</summary>
    public List<string>? LabelCategoryInclusionFilters { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    /// <summary>Categories whose labels may not.</summary>
    public List<string>? LabelCategoryExclusionFilters { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}
