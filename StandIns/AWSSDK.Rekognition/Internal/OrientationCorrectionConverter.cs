using System.Text.Json;
using System.Text.Json.Serialization;

namespace Amazon.Rekognition.Internal;

/// <summary>A constant: its value on the wire.</summary>
internal sealed class OrientationCorrectionConverter : JsonConverter<OrientationCorrection>
{
    public override OrientationCorrection? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.GetString() is { } value ? OrientationCorrection.FindValue(value) : null;

    public override void Write(Utf8JsonWriter writer, OrientationCorrection value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Value);
}
