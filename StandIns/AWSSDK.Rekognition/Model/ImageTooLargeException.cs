using System.Net;
using Amazon.Runtime;

namespace Amazon.Rekognition.Model;

/// <summary>The picture is larger than allowed: 5 MB of bytes, 15 MB in S3.</summary>
public class ImageTooLargeException : AmazonRekognitionException
{
    /// <summary>Only a message, as a test would have it.</summary>
    public ImageTooLargeException(string message)
        : base(message)
    {
    }

    /// <summary>As it came from the service.</summary>
    public ImageTooLargeException(
        string message, Exception? innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
