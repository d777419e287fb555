using System.Text.Json.Nodes;

namespace Iris.Tests.Infrastructure;

/// <summary>A resource of a template, evaluated.</summary>
public sealed record Resource(string LogicalId, string Type, JsonObject Node)
{
    /// <summary>The node at a path such as <c>Properties.KeySchema.0.KeyType</c>, or null.</summary>
    public JsonNode? this[string path] => Node.At(path);

    public string? Text(string path) => this[path]?.ToString();

    public IEnumerable<JsonNode> Each(string path) => Node.Each(path);
}
