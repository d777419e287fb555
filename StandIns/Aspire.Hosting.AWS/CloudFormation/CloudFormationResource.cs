using Amazon.CloudFormation.Model;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.AWS.Client;

namespace Aspire.Hosting.AWS.CloudFormation;

internal abstract class CloudFormationResource(string name, string stackName) : Resource(name), ICloudFormationResource
{
    public string StackName => stackName;

    public List<Output>? Outputs { get; set; }

    public IAWSSDKConfig? AWSSDKConfig { get; set; }

    public TaskCompletionSource? ProvisioningTaskCompletionSource { get; set; } = NewProvisioning();

    /// <summary>How CloudFormation is reached; upstream takes a client of the caller's own instead.</summary>
    public Func<CloudFormationClient>? ClientFactory { get; set; }

    /// <summary>Promises the outputs again, after an attempt that failed.</summary>
    public void BeginProvisioning()
    {
        if (ProvisioningTaskCompletionSource is null or { Task.IsCompleted: true })
        {
            ProvisioningTaskCompletionSource = NewProvisioning();
        }
    }

    public CloudFormationClient CreateClient() => ClientFactory?.Invoke() ?? CloudFormationClient.Create(AWSSDKConfig);

    private static TaskCompletionSource NewProvisioning() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
