using System.Net;
using Amazon.Runtime;

namespace Amazon.Rekognition.Model;

/// <summary>The picture is not a whole JPEG or PNG.</summary>
public class InvalidImageFormatException : AmazonRekognitionException
{
    /// <summary>Only a message, as a test would have it.</summary>
    public InvalidImageFormatException(string message)
        : base(message)
    {
    }

    /// <summary>As it came from the service.</summary>
    public InvalidImageFormatException(
        string message, Exception? innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
