using System.Text.Json.Serialization;

namespace LocalAws.Rekognition.Protocol;

[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(DetectLabelsRequest))]
[JsonSerializable(typeof(DetectLabelsResponse))]
[JsonSerializable(typeof(ErrorBody))]
internal sealed partial class RekognitionJson : JsonSerializerContext;
