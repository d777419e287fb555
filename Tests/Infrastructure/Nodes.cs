using System.Text.Json.Nodes;

namespace Iris.Tests.Infrastructure;

/// <summary>Ways through evaluated YAML.</summary>
internal static class Nodes
{
    extension(JsonNode? node)
    {
        /// <summary>The node at a path such as <c>Rules.0.Status</c>, or null.</summary>
        public JsonNode? At(string path) => path.Split('.').Aggregate(node, static (node, step) => node switch
        {
            JsonArray array => int.Parse(step) < array.Count ? array[int.Parse(step)] : null,
            JsonObject @object => @object[step],
            _ => null,
        });

        public string? Text(string path) => node.At(path)?.ToString();

        public IEnumerable<JsonNode> Each(string path) => (node.At(path) as JsonArray ?? []).OfType<JsonNode>();

        /// <summary>One text or a list of texts, as policies have them.</summary>
        public string[] Texts(string path) => node.At(path) switch
        {
            JsonArray array => [.. array.Select(item => item!.ToString())],
            null => [],
            var text => [text.ToString()],
        };
    }
}
