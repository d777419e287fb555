using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;

namespace Amazon.Rekognition.Internal;

/// <summary>The pipeline step that gives a request its endpoint.</summary>
internal sealed class AmazonRekognitionEndpointResolver : BaseEndpointResolver
{
    protected override EndpointParameters MapEndpointsParameters(IRequestContext requestContext) =>
        RekognitionEndpointParameters.From(requestContext.ClientConfig, requestContext.Request.AlternateEndpoint);
}
