using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;

namespace Aspire.Hosting.AWS.Client;

/// <summary>The pipeline step that gives a request its endpoint.</summary>
internal sealed class CloudFormationEndpointResolver : BaseEndpointResolver
{
    protected override EndpointParameters MapEndpointsParameters(IRequestContext requestContext) =>
        CloudFormationEndpointParameters.From(requestContext.ClientConfig);
}
