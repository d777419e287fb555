using System.Text.Json.Serialization;

namespace LocalAws.Rekognition.Protocol;

/// <summary>Clients read the type, and the message.</summary>
internal sealed record ErrorBody([property: JsonPropertyName("__type")] string Type, string Code, string Logref, string Message);
