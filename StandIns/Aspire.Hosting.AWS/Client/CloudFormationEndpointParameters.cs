using Amazon.Runtime;
using Amazon.Runtime.Endpoints;

namespace Aspire.Hosting.AWS.Client;

/// <summary>What an endpoint depends on.</summary>
internal sealed class CloudFormationEndpointParameters : EndpointParameters
{
    public string? Region { get; init; }

    public string? Url { get; init; }

    public static CloudFormationEndpointParameters From(IClientConfig config) =>
        new() { Region = config.RegionEndpoint?.SystemName, Url = config.ServiceURL };
}
