using System.Net;
using Amazon.Runtime;

namespace Amazon.Rekognition.Model;

/// <summary>The caller may not do this.</summary>
public class AccessDeniedException : AmazonRekognitionException
{
    /// <summary>Only a message, as a test would have it.</summary>
    public AccessDeniedException(string message)
        : base(message)
    {
    }

    /// <summary>As it came from the service.</summary>
    public AccessDeniedException(
        string message, Exception? innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
