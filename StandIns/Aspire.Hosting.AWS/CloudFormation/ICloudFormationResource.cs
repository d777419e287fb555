using Amazon.CloudFormation.Model;
using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.AWS.CloudFormation;

/// <summary>A CloudFormation stack.</summary>
public interface ICloudFormationResource : IAWSResource, IResourceWithWaitSupport
{
    /// <summary>The name of the stack in the account.</summary>
    string StackName { get; }

    /// <summary>Its outputs, once it is there.</summary>
    List<Output>? Outputs { get; }
}
