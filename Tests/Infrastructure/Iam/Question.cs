using System.Text.Json.Nodes;

namespace Iris.Tests.Infrastructure.Iam;

/// <summary>Whether IAM lets a principal make a call.</summary>
/// <param name="Principal">Who calls.</param>
/// <param name="Call">What is called.</param>
/// <param name="Policies">The principal's own policies.</param>
internal sealed record Question(string Principal, AwsCall Call, IReadOnlyList<JsonNode> Policies)
{
    /// <summary>The policy of the resource, if it has one.</summary>
    public JsonNode? ResourcePolicy { get; init; }

    /// <summary>The most that the principal may do, if there is a boundary.</summary>
    public JsonNode? Boundary { get; init; }

    /// <summary>What the request says of itself, such as <c>aws:SecureTransport</c>.</summary>
    public IReadOnlyDictionary<string, string[]> Context { get; init; } = new Dictionary<string, string[]>();

    public JsonObject ToJson() => new()
    {
        ["principal"] = Principal,
        ["action"] = Call.Action,
        ["resource"] = Call.Resource,
        ["policies"] = new JsonArray([.. Policies.Select(policy => policy.DeepClone())]),
        ["resourcePolicy"] = ResourcePolicy?.DeepClone(),
        ["boundary"] = Boundary?.DeepClone(),
        ["context"] = new JsonObject(Context.Select(entry => KeyValuePair.Create<string, JsonNode?>(entry.Key, Values(entry.Key, entry.Value)))),
    };

    // Of the keys that are used here this one alone has several values.
    private static JsonNode Values(string key, string[] values) => key == "aws:CalledVia" ? new JsonArray([.. values.Select(value => JsonValue.Create(value))]) : values.Single();
}
