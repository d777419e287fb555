using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Microsoft.Extensions.Logging;

namespace LocalAws.Provision;

/// <summary>Creates a table as its definition says, or makes sure that the existing one is the same.</summary>
internal sealed partial class TableProvisioning(IAmazonDynamoDB dynamoDb, ILogger logger)
{
    private static readonly TimeSpan s_pollInterval = TimeSpan.FromMilliseconds(25);

    public async Task ApplyAsync(string name, TableDefinition definition, CancellationToken cancellationToken)
    {
        if (await DescribeAsync(name, cancellationToken) is { } existing)
        {
            RequireSame(existing, definition);
            LogUnchanged(name);
        }
        else
        {
            await CreateAsync(name, definition, cancellationToken);
            LogCreated(name, string.Join(", ", definition.Indexes.Select(index => index.IndexName)));
        }

        if (definition.OnAwsOnly.Keys is { Count: > 0 } ignored)
        {
            LogOnAwsOnly(name, string.Join(", ", ignored));
        }
    }

    private async Task<TableDescription?> DescribeAsync(string name, CancellationToken cancellationToken)
    {
        try
        {
            return (await dynamoDb.DescribeTableAsync(name, cancellationToken)).Table;
        }
        catch (ResourceNotFoundException)
        {
            return null;
        }
    }

    private async Task CreateAsync(string name, TableDefinition definition, CancellationToken cancellationToken)
    {
        try
        {
            await dynamoDb.CreateTableAsync(definition.ToCreateTable(name), cancellationToken);
        }
        catch (ResourceInUseException)
        {
            // Another process creates the same table at this moment.
        }

        while (await DescribeAsync(name, cancellationToken) is not { TableStatus.Value: "ACTIVE" })
        {
            await Task.Delay(s_pollInterval, cancellationToken);
        }
    }

    private void RequireSame(TableDescription existing, TableDefinition definition)
    {
        if (TableDifferences.Between(existing, definition) is { Count: > 0 } differences)
        {
            throw new ProvisionException(
                ExitCode.TableDiffers,
                $"Table {existing.TableName} exists but differs from the template: {string.Join("; ", differences)}. "
                + "Keys and indexes of a table cannot be changed here. To begin with an empty one, delete DynamoDB's data folder, or run "
                + $"aws dynamodb delete-table --table-name {existing.TableName} --endpoint-url {dynamoDb.Config.ServiceURL}");
        }
    }

    [LoggerMessage(20, LogLevel.Information, "Table {Table}: created, indexes: {Indexes}")]
    private partial void LogCreated(string table, string indexes);

    [LoggerMessage(21, LogLevel.Information, "Table {Table}: exists")]
    private partial void LogUnchanged(string table);

    [LoggerMessage(
        22, LogLevel.Information, "Table {Table}: on AWS only: {Properties} (rows past their time to live stay until they are read)")]
    private partial void LogOnAwsOnly(string table, string properties);
}

/// <summary>The CreateTable request of a table's definition.</summary>
internal static class CreateTable
{
    // On demand whatever the template says: a laptop has no capacity to provision.
    public static CreateTableRequest ToCreateTable(this TableDefinition definition, string name) => new()
    {
        TableName = name,
        BillingMode = BillingMode.PAY_PER_REQUEST,
        AttributeDefinitions =
        [
            .. definition.AttributeDefinitions.Select(
                attribute => new Amazon.DynamoDBv2.Model.AttributeDefinition(attribute.AttributeName, attribute.AttributeType)),
        ],
        KeySchema = Keys(definition.KeySchema),
        GlobalSecondaryIndexes = definition.Indexes is [] ? null : [.. definition.Indexes.Select(ToRequest)],
    };

    private static Amazon.DynamoDBv2.Model.GlobalSecondaryIndex ToRequest(GlobalSecondaryIndex index) => new()
    {
        IndexName = index.IndexName,
        KeySchema = Keys(index.KeySchema),
        Projection = new Projection
        {
            ProjectionType = index.Projection.ProjectionType,
            NonKeyAttributes = index.Projection.NonKeyAttributes?.ToList(),
        },
    };

    private static List<KeySchemaElement> Keys(KeyElement[] keys) =>
        [.. keys.Select(key => new KeySchemaElement(key.AttributeName, key.KeyType))];
}
