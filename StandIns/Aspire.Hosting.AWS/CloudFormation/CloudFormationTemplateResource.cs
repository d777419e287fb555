namespace Aspire.Hosting.AWS.CloudFormation;

internal sealed class CloudFormationTemplateResource(string name, string stackName, string templatePath)
    : CloudFormationResource(name, stackName), ICloudFormationTemplateResource
{
    public string TemplatePath => templatePath;

    public int StackPollingInterval { get; set; } = 3;

    public SortedDictionary<string, string> Parameters { get; } = new(StringComparer.Ordinal);

    public ICloudFormationTemplateResource AddParameter(string parameterName, string parameterValue)
    {
        Parameters[parameterName] = parameterValue;
        return this;
    }
}
