using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;

namespace LocalAws.Provision;

/// <summary>The CreateTable request of a table's definition.</summary>
internal static class CreateTable
{
    // On demand whatever the template says: a laptop has no capacity to provision.
    public static CreateTableRequest ToCreateTable(this TableDefinition definition, string name) => new()
    {
        TableName = name,
        BillingMode = BillingMode.PAY_PER_REQUEST,
        AttributeDefinitions = [.. definition.AttributeDefinitions.Select(attribute => new Amazon.DynamoDBv2.Model.AttributeDefinition(attribute.AttributeName, attribute.AttributeType))],
        KeySchema = Keys(definition.KeySchema),
        GlobalSecondaryIndexes = definition.Indexes is [] ? null : [.. definition.Indexes.Select(ToRequest)],
    };

    private static Amazon.DynamoDBv2.Model.GlobalSecondaryIndex ToRequest(GlobalSecondaryIndex index) => new()
    {
        IndexName = index.IndexName,
        KeySchema = Keys(index.KeySchema),
        Projection = new Projection { ProjectionType = index.Projection.ProjectionType, NonKeyAttributes = index.Projection.NonKeyAttributes?.ToList() },
    };

    private static List<KeySchemaElement> Keys(KeyElement[] keys) => [.. keys.Select(key => new KeySchemaElement(key.AttributeName, key.KeyType))];
}
