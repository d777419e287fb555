using System.Text.Json.Nodes;

namespace Iris.Tests.Infrastructure;

/// <summary>A resource of a template, evaluated.</summary>
internal sealed record Resource(string LogicalId, string Type, JsonObject Node)
{
    /// <summary>The node at a path such as <c>Properties.KeySchema.0.KeyType</c>, or null.</summary>
    public JsonNode? this[string path] => path.Split('.').Aggregate((JsonNode?)Node, static (node, step) => node switch
    {
        JsonArray array => int.Parse(step) < array.Count ? array[int.Parse(step)] : null,
        JsonObject @object => @object[step],
        _ => null,
    });

    public string? Text(string path) => this[path]?.ToString();

    public IEnumerable<JsonNode> Each(string path) => (this[path] as JsonArray ?? []).OfType<JsonNode>();
}
