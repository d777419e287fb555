using System.Net;
using Amazon.Runtime;

namespace Amazon.Rekognition.Model;

/// <summary>The object is not in S3, or may not be read.</summary>
public class InvalidS3ObjectException : AmazonRekognitionException
{
    /// <summary>Only a message, as a test would have it.</summary>
    public InvalidS3ObjectException(string message)
        : base(message)
    {
    }

    /// <summary>As it came from the service.</summary>
    public InvalidS3ObjectException(
        string message, Exception? innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
