using Amazon.Runtime;

namespace Amazon.Rekognition;

/// <summary>By how many degrees a picture is turned.</summary>
/// <param name="value">The name on the wire.</param>
public class OrientationCorrection(string value) : ConstantClass(value)
{
    /// <summary>Upright.</summary>
    public static readonly OrientationCorrection ROTATE_0 = new("ROTATE_0");

    /// <summary>A quarter turn clockwise.</summary>
    public static readonly OrientationCorrection ROTATE_90 = new("ROTATE_90");

    /// <summary>Upside down.</summary>
    public static readonly OrientationCorrection ROTATE_180 = new("ROTATE_180");

    /// <summary>A quarter turn counter-clockwise.</summary>
    public static readonly OrientationCorrection ROTATE_270 = new("ROTATE_270");

    /// <summary>The constant of a name.</summary>
    public static implicit operator OrientationCorrection(string value) => FindValue(value);

    /// <summary>The constant of a name, or a new one for a name that this library does not know.</summary>
    public static OrientationCorrection FindValue(string value) => FindValue<OrientationCorrection>(value);
}
