using Amazon.DynamoDBv2.Model;

namespace LocalAws.Provision;

/// <summary>In what an existing table differs from its definition, each as a phrase for people.</summary>
internal static class TableDifferences
{
    public static IReadOnlyList<string> Between(TableDescription existing, TableDefinition definition)
    {
        var actual = Traits(existing).ToDictionary();
        var wanted = Traits(definition).ToDictionary();
        return [.. actual.Keys.Union(wanted.Keys)
            .Select(
                trait => (Trait: trait, Is: actual.GetValueOrDefault(trait, "absent"), Wanted: wanted.GetValueOrDefault(trait, "absent")))
            .Where(pair => pair.Is != pair.Wanted)
            .Select(pair => $"{pair.Trait} is {pair.Is}, the template says {pair.Wanted}")];
    }

    private static IEnumerable<KeyValuePair<string, string>> Traits(TableDefinition table) =>
    [
        new("key", Keys(table.KeySchema.Select(key => (key.AttributeName, key.KeyType)))),
        .. table.AttributeDefinitions.Select(attribute => Attribute(attribute.AttributeName, attribute.AttributeType)),
        .. table.Indexes.Select(index => Index(
            index.IndexName, index.KeySchema.Select(key => (key.AttributeName, key.KeyType)), index.Projection.ProjectionType, index.Projection.NonKeyAttributes ?? [])),
    ];

    private static IEnumerable<KeyValuePair<string, string>> Traits(TableDescription table) =>
    [
        new("key", Keys(table.KeySchema.Select(key => (key.AttributeName, key.KeyType.Value)))),
        .. table.AttributeDefinitions.Select(attribute => Attribute(attribute.AttributeName, attribute.AttributeType.Value)),
        .. (table.GlobalSecondaryIndexes ?? []).Select(index => Index(
            index.IndexName, index.KeySchema.Select(key => (key.AttributeName, key.KeyType.Value)), index.Projection.ProjectionType.Value, index.Projection.NonKeyAttributes ?? [])),
    ];

    private static KeyValuePair<string, string> Attribute(string name, string type) => new($"attribute {name}", type);

    private static KeyValuePair<string, string> Index(string name, IEnumerable<(string Name, string Type)> keys, string projection, IEnumerable<string> attributes) =>
        new($"index {name}", $"({Keys(keys)}) with {string.Join(' ', attributes.Order(StringComparer.Ordinal).Prepend(projection))}");

    private static string Keys(IEnumerable<(string Name, string Type)> keys) =>
        string.Join(", ", keys.Select(key => $"{key.Name} {key.Type}"));
}
