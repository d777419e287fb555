using System.Text.Json;
using System.Text.Json.Serialization;

namespace LocalAws.Provision;

/// <summary>The properties of AWS::DynamoDB::Table that dynalite acts on; the others come back in <see cref="OnAwsOnly"/>.</summary>
internal sealed record TableDefinition(
    AttributeDefinition[] AttributeDefinitions, KeyElement[] KeySchema, GlobalSecondaryIndex[]? GlobalSecondaryIndexes = null)
{
    [JsonExtensionData]
    public Dictionary<string, JsonElement> OnAwsOnly { get; init; } = [];

    public GlobalSecondaryIndex[] Indexes => GlobalSecondaryIndexes ?? [];
}

[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record AttributeDefinition(string AttributeName, string AttributeType);

[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record KeyElement(string AttributeName, string KeyType);

[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record GlobalSecondaryIndex(string IndexName, KeyElement[] KeySchema, IndexProjection Projection);

[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record IndexProjection(string ProjectionType, string[]? NonKeyAttributes = null);
