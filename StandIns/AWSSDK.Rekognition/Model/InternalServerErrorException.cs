using System.Net;
using Amazon.Runtime;

namespace Amazon.Rekognition.Model;

/// <summary>Rekognition had a fault of its own; the SDK tries again.</summary>
public class InternalServerErrorException : AmazonRekognitionException
{
    /// <summary>Only a message, as a test would have it.</summary>
    public InternalServerErrorException(string message)
        : base(message)
    {
    }

    /// <summary>As it came from the service.</summary>
    public InternalServerErrorException(
        string message, Exception? innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
