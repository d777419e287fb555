using Amazon.Rekognition.Internal;
using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;
using Amazon.Util.Internal;
using Endpoint = Amazon.Runtime.Endpoints.Endpoint;

namespace Amazon.Rekognition;

/// <summary>
/// How a client reaches Rekognition: region or service URL, retries, timeouts, HTTP client. What is not set comes from the environment.
/// </summary>
public class AmazonRekognitionConfig : ClientConfig
{
    // The release of AWSSDK.Rekognition whose surface this is a part of.
    private const string SdkVersion = "4.0.0.0";

    private static readonly string s_userAgent = InternalSDKUtils.BuildUserAgentString("Rekognition", SdkVersion);

    /// <summary>The defaults of the environment.</summary>
    public AmazonRekognitionConfig()
        : base(new DefaultConfigurationProvider(AmazonRekognitionDefaultConfiguration.All))
    {
        // The service id gives AWS_ENDPOINT_URL_REKOGNITION its name, the authentication service name goes into the signature.
        ServiceId = "Rekognition";
        AuthenticationServiceName = "rekognition";
        EndpointProvider = new AmazonRekognitionEndpointProvider();
    }

    /// <inheritdoc/>
    public override string RegionEndpointServiceName => "rekognition";

    /// <inheritdoc/>
    public override string ServiceVersion => "2016-06-27";

    /// <inheritdoc/>
    public override string UserAgent => s_userAgent;

    /// <inheritdoc/>
    public override Endpoint DetermineServiceOperationEndpoint(ServiceOperationEndpointParameters parameters)
    {
        var endpointParameters = RekognitionEndpointParameters.From(this, parameters.AlternateEndpoint);
        return EndpointProvider.ResolveEndpoint(endpointParameters);
    }
}
