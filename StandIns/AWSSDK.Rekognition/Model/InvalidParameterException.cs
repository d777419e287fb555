using System.Net;
using Amazon.Runtime;

namespace Amazon.Rekognition.Model;

/// <summary>A parameter is missing, not allowed or out of its range.</summary>
public class InvalidParameterException : AmazonRekognitionException
{
    /// <summary>Only a message, as a test would have it.</summary>
    public InvalidParameterException(string message)
        : base(message)
    {
    }

    /// <summary>As it came from the service.</summary>
    public InvalidParameterException(
        string message, Exception? innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
