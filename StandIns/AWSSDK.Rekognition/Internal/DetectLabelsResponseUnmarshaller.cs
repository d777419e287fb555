using System.Net;
using System.Text.Json;
using Amazon.Rekognition.Model;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;
using Amazon.Runtime.Internal.Util;

namespace Amazon.Rekognition.Internal;

/// <summary>Reads what Rekognition answers to DetectLabels: the labels, or an error.</summary>
internal sealed class DetectLabelsResponseUnmarshaller : JsonResponseUnmarshaller
{
    public static DetectLabelsResponseUnmarshaller Instance { get; } = new();

    public override AmazonWebServiceResponse Unmarshall(JsonUnmarshallerContext context) =>
        JsonSerializer.Deserialize(context.Stream, RekognitionJson.Default.DetectLabelsResponse)
        ?? throw new AmazonUnmarshallingException("DetectLabels answered null", context.CurrentPath, innerException: null);

    public override AmazonServiceException UnmarshallException(
        JsonUnmarshallerContext context, Exception? innerException, HttpStatusCode statusCode)
    {
        var reader = new StreamingUtf8JsonReader(context.Stream);
        var error = JsonErrorResponseUnmarshaller.GetInstance().Unmarshall(context, ref reader);
        error.InnerException = innerException;
        error.StatusCode = statusCode;
        return ToException(error);
    }

    private static AmazonRekognitionException ToException(ErrorResponse error)
    {
        var (message, inner, type, code, id, status) = (
            error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode);
        return code switch
        {
            "AccessDeniedException" => new AccessDeniedException(message, inner, type, code, id, status),
            "ImageTooLargeException" => new ImageTooLargeException(message, inner, type, code, id, status),
            "InternalServerError" => new InternalServerErrorException(message, inner, type, code, id, status),
            "InvalidImageFormatException" => new InvalidImageFormatException(message, inner, type, code, id, status),
            "InvalidParameterException" => new InvalidParameterException(message, inner, type, code, id, status),
            "InvalidS3ObjectException" => new InvalidS3ObjectException(message, inner, type, code, id, status),
            "ProvisionedThroughputExceededException" => new ProvisionedThroughputExceededException(message, inner, type, code, id, status),
            "ThrottlingException" => new ThrottlingException(message, inner, type, code, id, status),
            _ => new AmazonRekognitionException(message, inner, type, code, id, status),
        };
    }
}
