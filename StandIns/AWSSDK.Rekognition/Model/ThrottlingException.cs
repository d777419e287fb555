using System.Net;
using Amazon.Runtime;

namespace Amazon.Rekognition.Model;

/// <summary>Rekognition is out of capacity for the moment; the SDK backs off and tries again.</summary>
public class ThrottlingException : AmazonRekognitionException
{
    /// <summary>Only a message, as a test would have it.</summary>
    public ThrottlingException(string message)
        : base(message)
    {
    }

    /// <summary>As it came from the service.</summary>
    public ThrottlingException(
        string message, Exception? innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
