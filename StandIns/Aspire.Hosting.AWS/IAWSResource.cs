using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.AWS;

/// <summary>Something in an AWS account.</summary>
public interface IAWSResource : IResource
{
    /// <summary>With which credentials and in which region it is looked after.</summary>
    IAWSSDKConfig? AWSSDKConfig { get; set; }

    /// <summary>Completes when it is there, or fails with the reason why it is not.</summary>
    TaskCompletionSource? ProvisioningTaskCompletionSource { get; set; }
}
