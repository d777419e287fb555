using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal.Endpoints.StandardLibrary;
using Endpoint = Amazon.Runtime.Endpoints.Endpoint;

namespace Aspire.Hosting.AWS.Client;

/// <summary>Finds the endpoint: a custom one, or the region's.</summary>
internal sealed class CloudFormationEndpointProvider : IEndpointProvider
{
    public Endpoint ResolveEndpoint(EndpointParameters parameters)
    {
        var asked = (CloudFormationEndpointParameters)parameters;
        return new Endpoint(asked switch
        {
            { Url: { Length: > 0 } url } => url,
            { Region: { Length: > 0 } region } => $"https://cloudformation.{region}.{Fn.Partition(region).dnsSuffix}",
            _ => throw new AmazonClientException("No RegionEndpoint or ServiceURL configured"),
        });
    }
}
