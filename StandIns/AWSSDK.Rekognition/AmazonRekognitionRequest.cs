using Amazon.Runtime;

namespace Amazon.Rekognition;

/// <summary>Base of all requests to Rekognition.</summary>
public class AmazonRekognitionRequest : AmazonWebServiceRequest
{
}
