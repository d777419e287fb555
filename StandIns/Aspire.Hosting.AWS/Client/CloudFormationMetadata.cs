using Amazon.Runtime.Internal;

namespace Aspire.Hosting.AWS.Client;

/// <summary>How the service is named in the user agent and in spans.</summary>
internal sealed class CloudFormationMetadata : IServiceMetadata
{
    public string ServiceId => "CloudFormation";

    public IDictionary<string, string> OperationNameMapping { get; } = new Dictionary<string, string>();
}
