using System.Globalization;
using System.Text;
using System.Text.Json;

namespace LocalAws.Rekognition.TfJs;

/// <summary>One operation of the graph. The JSON is protobuf's: 64-bit integers may come as strings.</summary>
internal sealed record GraphNode(
    string Name, string Op, IReadOnlyList<string>? Input = null, IReadOnlyDictionary<string, JsonElement>? Attr = null)
{
    public IReadOnlyList<string> Inputs => Input ?? [];

    /// <summary>Like <c>"strides": { "list": { "i": ["1", "2", "2", "1"] } }</c>.</summary>
    public int[] Ints(string name) => [.. Attribute(name).GetProperty("list").GetProperty("i").EnumerateArray().Select(Int)];

    /// <summary>Like <c>"epsilon": { "f": 0.001 }</c>.</summary>
    public float Float(string name) => Attribute(name).GetProperty("f").GetSingle();

    /// <summary>Like <c>"padding": { "s": "U0FNRQ==" }</c>; older converters write <c>[83, 65, 77, 69]</c> instead of base64.</summary>
    public string Text(string name)
    {
        var text = Attribute(name).GetProperty("s");
        return Encoding.ASCII.GetString(text.ValueKind is JsonValueKind.Array
            ? [.. text.EnumerateArray().Select(item => item.GetByte())]
            : text.GetBytesFromBase64());
    }

    private JsonElement Attribute(string name) =>
        Attr?.TryGetValue(name, out var value) is true ? value : throw new InvalidDataException($"{Op} {Name} has no attribute {name}");

    private static int Int(JsonElement element) =>
        element.ValueKind is JsonValueKind.String ? int.Parse(element.GetString()!, CultureInfo.InvariantCulture) : element.GetInt32();
}
