using System.Text.Json.Serialization;
using Amazon.Rekognition.Model;

namespace Amazon.Rekognition.Internal;

/// <summary>The wire shapes of the AWS JSON 1.1 protocol: the model's own names, nothing for what is not set.</summary>
[JsonSourceGenerationOptions(
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(Base64StreamConverter), typeof(OrientationCorrectionConverter)])]
[JsonSerializable(typeof(DetectLabelsRequest))]
[JsonSerializable(typeof(DetectLabelsResponse))]
internal sealed partial class RekognitionJson : JsonSerializerContext;
