using Amazon.DynamoDBv2.Model;

namespace Iris.Catalog.Table;

/// <summary>One Query: a stretch of one partition, of the table or of an index.</summary>
internal sealed record KeyRange(string Partition)
{
    /// <summary>Null: the table itself.</summary>
    public SecondaryIndex? Index { get; init; }

    /// <summary>Only sort keys below this one.</summary>
    public string? Before { get; init; }

    /// <summary>Only sort keys from this one on.</summary>
    public string? From { get; init; }

    /// <summary>Only sort keys that begin so.</summary>
    public string? Prefix { get; init; }

    /// <summary>Whether the highest sort key comes first.</summary>
    public bool Descending { get; init; }

    /// <summary>Items to read; null: as many as fit into DynamoDB's page of 1 MB.</summary>
    public int? Limit { get; init; }

    public QueryRequest ToRequest(string table)
    {
        var (condition, bound) = this switch
        {
            { Before: { } before } => ("#pk = :pk AND #sk < :sort", before),
            { From: { } from } => ("#pk = :pk AND #sk >= :sort", from),
            { Prefix: { Length: > 0 } prefix } => ("#pk = :pk AND begins_with(#sk, :sort)", prefix),
            _ => ("#pk = :pk", null),
        };
        var request = new QueryRequest
        {
            TableName = table,
            IndexName = Index?.Name,
            KeyConditionExpression = condition,
            ExpressionAttributeNames = new() { ["#pk"] = Index?.PartitionAttribute ?? Key.PartitionAttribute },
            ExpressionAttributeValues = new() { [":pk"] = Value.Text(Partition) },
            ScanIndexForward = !Descending,
            Limit = Limit,
        };

        if (bound is not null)
        {
            request.ExpressionAttributeNames["#sk"] = Index is null ? Key.SortAttribute : FeedKey.SortAttribute;
            request.ExpressionAttributeValues[":sort"] = Value.Text(bound);
        }

        return request;
    }
}
