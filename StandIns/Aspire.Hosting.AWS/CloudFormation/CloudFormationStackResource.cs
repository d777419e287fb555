namespace Aspire.Hosting.AWS.CloudFormation;

internal sealed class CloudFormationStackResource(string name, string stackName)
    : CloudFormationResource(name, stackName), ICloudFormationStackResource;
