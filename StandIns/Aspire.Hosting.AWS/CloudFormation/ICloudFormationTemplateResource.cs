namespace Aspire.Hosting.AWS.CloudFormation;

/// <summary>A stack that the application creates and updates from a template.</summary>
public interface ICloudFormationTemplateResource : ICloudFormationResource
{
    /// <summary>The path of the template.</summary>
    string TemplatePath { get; }

    /// <summary>How many seconds lie between two looks at what CloudFormation does.</summary>
    int StackPollingInterval { get; set; }

    /// <summary>Gives a parameter of the template its value.</summary>
    ICloudFormationTemplateResource AddParameter(string parameterName, string parameterValue);
}
