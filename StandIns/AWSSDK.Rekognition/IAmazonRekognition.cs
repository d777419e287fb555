using Amazon.Rekognition.Model;
using Amazon.Runtime;
using Endpoint = Amazon.Runtime.Endpoints.Endpoint;

namespace Amazon.Rekognition;

/// <summary>Amazon Rekognition, as far as it is implemented here: <c>DetectLabels</c>.</summary>
public interface IAmazonRekognition : IAmazonService, IDisposable
{
    /// <summary>Detects objects, scenes and concepts in a JPEG or PNG picture.</summary>
    /// <param name="request">The picture, and what is wanted of it.</param>
    /// <param name="cancellationToken">Ends the call, and the waits between its attempts.</param>
    /// <exception cref="AccessDeniedException">The caller may not call DetectLabels.</exception>
    /// <exception cref="ImageTooLargeException">The picture has too many bytes.</exception>
    /// <exception cref="InternalServerErrorException">Rekognition failed, in every attempt.</exception>
    /// <exception cref="InvalidImageFormatException">The picture is neither a JPEG nor a PNG, or broken.</exception>
    /// <exception cref="InvalidParameterException">A parameter is missing or out of range, or the picture is smaller than 80 pixels a
    /// side.</exception>
    /// <exception cref="InvalidS3ObjectException">The S3 object cannot be read.</exception>
    /// <exception cref="ProvisionedThroughputExceededException">The account's rate was exceeded, in every attempt.</exception>
    /// <exception cref="ThrottlingException">Rekognition was out of capacity, in every attempt.</exception>
    Task<DetectLabelsResponse> DetectLabelsAsync(DetectLabelsRequest request, CancellationToken cancellationToken = default);

    /// <summary>The endpoint that a request would go to.</summary>
    Endpoint DetermineServiceOperationEndpoint(AmazonWebServiceRequest request);

    static ClientConfig IAmazonService.CreateDefaultClientConfig() => new AmazonRekognitionConfig();

    static IAmazonService IAmazonService.CreateDefaultServiceClient(AWSCredentials? awsCredentials, ClientConfig clientConfig) =>
        (awsCredentials, clientConfig) switch
        {
            (null, AmazonRekognitionConfig config) => new AmazonRekognitionClient(config),
            (_, AmazonRekognitionConfig config) => new AmazonRekognitionClient(awsCredentials, config),
            _ => throw new AmazonClientException($"{clientConfig.GetType()} is not an {nameof(AmazonRekognitionConfig)}"),
        };
}
