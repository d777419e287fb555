namespace Amazon.CloudFormation.Model;

/// <summary>An output of a stack.</summary>
public class Output
{
    /// <summary>Its name in the template.</summary>
    public string OutputKey { get; set; } = "";

    /// <summary>Its value.</summary>
    public string OutputValue { get; set; } = "";
}
