using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;

namespace Iris.Tests.Support;

/// <summary>Makes tables for the catalog.</summary>
public static class CatalogTables
{
    /// <summary>Makes an empty table and returns its name.</summary>
    public static async Task<string> CreateAsync(IAmazonDynamoDB dynamoDB, CancellationToken cancellationToken)
    {
        var name = $"iris-{Guid.NewGuid():N}";
        _ = await dynamoDB.CreateTableAsync(
            new CreateTableRequest
            {
                TableName = name,
                BillingMode = BillingMode.PAY_PER_REQUEST,
                AttributeDefinitions = [new("pk", "S"), new("sk", "S"), new("feed", "S"), new("feedKey", "S")],
                KeySchema = [new("pk", KeyType.HASH), new("sk", KeyType.RANGE)],
                GlobalSecondaryIndexes =
                [
                    new()
                    {
                        IndexName = "feed",
                        KeySchema = [new("feed", KeyType.HASH), new("feedKey", KeyType.RANGE)],
                        Projection = new() { ProjectionType = ProjectionType.ALL },
                    },
                ],
            },
            cancellationToken);

        while ((await dynamoDB.DescribeTableAsync(name, cancellationToken)).Table.TableStatus != TableStatus.ACTIVE)
        {
            await Task.Yield();
        }

        return name;
    }
}
