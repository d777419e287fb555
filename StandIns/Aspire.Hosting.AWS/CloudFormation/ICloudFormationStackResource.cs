namespace Aspire.Hosting.AWS.CloudFormation;

/// <summary>A stack that is there already, and that the application leaves as it is.</summary>
public interface ICloudFormationStackResource : ICloudFormationResource;
