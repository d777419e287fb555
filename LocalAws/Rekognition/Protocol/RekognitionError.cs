using System.Text.Json.Serialization;

namespace LocalAws.Rekognition.Protocol;

/// <summary>An error as it goes over the wire.</summary>
/// <param name="Type">The exception's name in the service model.</param>
/// <param name="Message">In AWS's words, where they are known.</param>
/// <param name="StatusCode">The HTTP status.</param>
internal sealed record RekognitionError(string Type, string Message, int StatusCode = StatusCodes.Status400BadRequest)
{
    public static RekognitionError InvalidImageFormat { get; } = new("InvalidImageFormatException", "Request has invalid image format");

    public static RekognitionError ImageTooLarge { get; } = new("ImageTooLargeException", "Image size is too large");

    public static RekognitionError InvalidS3Object { get; } = new(
        "InvalidS3ObjectException", "Unable to get object metadata from S3. Check object key, region and/or access permissions.");

    public static RekognitionError RateExceeded { get; } = new("ProvisionedThroughputExceededException", "Provisioned Rate exceeded");

    public static RekognitionError SlowDown { get; } = new("ThrottlingException", "Slow down; sudden increase in rate of requests.");

    public static RekognitionError InternalServerError { get; } = new(
        "InternalServerError", "Internal server error", StatusCodes.Status500InternalServerError);

    public static RekognitionError UnknownOperation { get; } = new("UnknownOperationException", "Only DetectLabels is implemented");

    public static RekognitionError RequestTooLarge { get; } = new(
        "RequestEntityTooLargeException", "Request entity too large", StatusCodes.Status413RequestEntityTooLarge);

    /// <summary>AWS says no more than that parameters are invalid; here it is also said which.</summary>
    public static RekognitionError InvalidParameter(string reason) =>
        new("InvalidParameterException", $"Request has invalid parameters: {reason}");

    public static RekognitionError Serialization(string reason) => new("SerializationException", reason);
}

/// <summary>Clients read the type, and the message.</summary>
internal sealed record ErrorBody([property: JsonPropertyName("__type")] string Type, string Code, string Logref, string Message);
