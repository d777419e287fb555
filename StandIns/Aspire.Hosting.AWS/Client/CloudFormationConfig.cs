using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;
using Amazon.Util.Internal;
using Endpoint = Amazon.Runtime.Endpoints.Endpoint;

namespace Aspire.Hosting.AWS.Client;

/// <summary>How a client reaches CloudFormation. What is not set comes from the environment.</summary>
internal sealed class CloudFormationConfig : ClientConfig
{
    private static readonly string s_userAgent = InternalSDKUtils.BuildUserAgentString("CloudFormation", "4.0.0.0");

    // What the SDK calls its standard mode, for any service.
    private static readonly DefaultConfiguration s_standard = new()
    {
        Name = DefaultConfigurationMode.Standard,
        RetryMode = RequestRetryMode.Standard,
        S3UsEast1RegionalEndpoint = S3UsEast1RegionalEndpointValue.Regional,
        ConnectTimeout = TimeSpan.FromMilliseconds(3100),
        TlsNegotiationTimeout = TimeSpan.FromMilliseconds(3100),
    };

    public CloudFormationConfig()
        : base(new DefaultConfigurationProvider([s_standard]))
    {
        // The service id gives AWS_ENDPOINT_URL_CLOUDFORMATION its name, the authentication service name goes into the signature.
        ServiceId = "CloudFormation";
        AuthenticationServiceName = "cloudformation";
        DefaultConfigurationMode = DefaultConfigurationMode.Standard;
        EndpointProvider = new CloudFormationEndpointProvider();
    }

    public override string RegionEndpointServiceName => "cloudformation";

    public override string ServiceVersion => QueryMarshaller.Version;

    public override string UserAgent => s_userAgent;

    public override Endpoint DetermineServiceOperationEndpoint(ServiceOperationEndpointParameters parameters) =>
        EndpointProvider.ResolveEndpoint(CloudFormationEndpointParameters.From(this));
}
