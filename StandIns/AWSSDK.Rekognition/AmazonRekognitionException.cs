using System.Net;
using Amazon.Runtime;

namespace Amazon.Rekognition;

/// <summary>An error that Rekognition answered.</summary>
public class AmazonRekognitionException : AmazonServiceException
{
    /// <summary>Only a message, as a test would have it.</summary>
    public AmazonRekognitionException(string message)
        : base(message)
    {
    }

    /// <summary>As it came from the service.</summary>
    public AmazonRekognitionException(
        string message, Exception? innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
