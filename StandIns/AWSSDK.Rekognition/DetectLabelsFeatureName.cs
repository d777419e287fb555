using Amazon.Runtime;

namespace Amazon.Rekognition;

/// <summary>What <see cref="Model.DetectLabelsRequest"/> may ask for.</summary>
/// <param name="value">The name on the wire.</param>
public class DetectLabelsFeatureName(string value) : ConstantClass(value)
{
    /// <summary>Labels; the default.</summary>
    public static readonly DetectLabelsFeatureName GENERAL_LABELS = new("GENERAL_LABELS");

    /// <summary>Quality and dominant colours.</summary>
    public static readonly DetectLabelsFeatureName IMAGE_PROPERTIES = new("IMAGE_PROPERTIES");

    /// <summary>The constant of a name.</summary>
    public static implicit operator DetectLabelsFeatureName(string value) => FindValue(value);

    /// <summary>The constant of a name, or a new one for a name that this library does not know.</summary>
    public static DetectLabelsFeatureName FindValue(string value) => FindValue<DetectLabelsFeatureName>(value);
}
