using Amazon.Runtime.Internal;

namespace Amazon.Rekognition.Internal;

/// <summary>How the service is named in the user agent and in spans.</summary>
internal sealed class AmazonRekognitionMetadata : IServiceMetadata
{
    public string ServiceId => "Rekognition";

    public IDictionary<string, string> OperationNameMapping { get; } = new Dictionary<string, string>();
}
