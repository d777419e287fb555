using System.Net;
using Amazon.Runtime;

namespace Amazon.Rekognition.Model;

/// <summary>More calls a second than the account may make; the SDK backs off and tries again.</summary>
public class ProvisionedThroughputExceededException : AmazonRekognitionException
{
    /// <summary>Only a message, as a test would have it.</summary>
    public ProvisionedThroughputExceededException(string message)
        : base(message)
    {
    }

    /// <summary>As it came from the service.</summary>
    public ProvisionedThroughputExceededException(
        string message, Exception? innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
