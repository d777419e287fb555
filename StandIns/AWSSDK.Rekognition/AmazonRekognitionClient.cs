using Amazon.Rekognition.Internal;
using Amazon.Rekognition.Model;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Endpoint = Amazon.Runtime.Endpoints.Endpoint;

namespace Amazon.Rekognition;

/// <summary>
/// Talks to Amazon Rekognition through the runtime pipeline of AWSSDK.Core, from which come credentials, region, signature, retries,
/// endpoint overrides (AWS_ENDPOINT_URL_REKOGNITION) and telemetry. Thread-safe; meant to be shared.
/// </summary>
public class AmazonRekognitionClient : AmazonServiceClient, IAmazonRekognition
{
    private static readonly AmazonRekognitionMetadata s_metadata = new();

    /// <summary>Credentials and region from the environment.</summary>
    public AmazonRekognitionClient()
        : base(new AmazonRekognitionConfig())
    {
    }

    /// <summary>Credentials from the environment.</summary>
    public AmazonRekognitionClient(RegionEndpoint region)
        : base(new AmazonRekognitionConfig { RegionEndpoint = region })
    {
    }

    /// <summary>Credentials from the environment.</summary>
    public AmazonRekognitionClient(AmazonRekognitionConfig config)
        : base(config)
    {
    }

    /// <summary>Region from the environment.</summary>
    public AmazonRekognitionClient(AWSCredentials credentials)
        : base(credentials, new AmazonRekognitionConfig())
    {
    }

    /// <summary>Nothing from the environment but endpoint overrides.</summary>
    public AmazonRekognitionClient(AWSCredentials credentials, RegionEndpoint region)
        : base(credentials, new AmazonRekognitionConfig { RegionEndpoint = region })
    {
    }

    /// <summary>Region from <paramref name="clientConfig"/>, or else from the environment.</summary>
    public AmazonRekognitionClient(AWSCredentials credentials, AmazonRekognitionConfig clientConfig)
        : base(credentials, clientConfig)
    {
    }

    /// <summary>Region from the environment.</summary>
    public AmazonRekognitionClient(string awsAccessKeyId, string awsSecretAccessKey)
        : base(awsAccessKeyId, awsSecretAccessKey, new AmazonRekognitionConfig())
    {
    }

    /// <summary>Nothing from the environment but endpoint overrides.</summary>
    public AmazonRekognitionClient(string awsAccessKeyId, string awsSecretAccessKey, RegionEndpoint region)
        : base(awsAccessKeyId, awsSecretAccessKey, new AmazonRekognitionConfig { RegionEndpoint = region })
    {
    }

    /// <summary>Region from <paramref name="clientConfig"/>, or else from the environment.</summary>
    public AmazonRekognitionClient(string awsAccessKeyId, string awsSecretAccessKey, AmazonRekognitionConfig clientConfig)
        : base(awsAccessKeyId, awsSecretAccessKey, clientConfig)
    {
    }

    /// <summary>Temporary credentials; region from the environment.</summary>
    public AmazonRekognitionClient(string awsAccessKeyId, string awsSecretAccessKey, string awsSessionToken)
        : base(awsAccessKeyId, awsSecretAccessKey, awsSessionToken, new AmazonRekognitionConfig())
    {
    }

    /// <summary>Temporary credentials.</summary>
    public AmazonRekognitionClient(string awsAccessKeyId, string awsSecretAccessKey, string awsSessionToken, RegionEndpoint region)
        : base(awsAccessKeyId, awsSecretAccessKey, awsSessionToken, new AmazonRekognitionConfig { RegionEndpoint = region })
    {
    }

    /// <summary>Temporary credentials.</summary>
    public AmazonRekognitionClient(
        string awsAccessKeyId, string awsSecretAccessKey, string awsSessionToken, AmazonRekognitionConfig clientConfig)
        : base(awsAccessKeyId, awsSecretAccessKey, awsSessionToken, clientConfig)
    {
    }

    /// <inheritdoc/>
    protected override IServiceMetadata ServiceMetadata => s_metadata;

    /// <inheritdoc/>
    public virtual Task<DetectLabelsResponse> DetectLabelsAsync(DetectLabelsRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<DetectLabelsResponse>(
            request,
            new InvokeOptions
            {
                RequestMarshaller = DetectLabelsRequestMarshaller.Instance,
                ResponseUnmarshaller = DetectLabelsResponseUnmarshaller.Instance,
            },
            cancellationToken);

    /// <inheritdoc/>
    public Endpoint DetermineServiceOperationEndpoint(AmazonWebServiceRequest request) =>
        Config.DetermineServiceOperationEndpoint(new(request));

    /// <inheritdoc/>
    protected override void CustomizeRuntimePipeline(RuntimePipeline pipeline)
    {
        pipeline.RemoveHandler<EndpointResolver>();
        pipeline.AddHandlerAfter<Marshaller>(new AmazonRekognitionEndpointResolver());
        pipeline.AddHandlerAfter<Marshaller>(new AmazonRekognitionAuthSchemeHandler());
    }
}
