using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Microsoft.Extensions.Options;

namespace Iris.Catalog.Table;

/// <summary>The few calls of DynamoDB that the catalog is made of. A condition that does not hold is an answer, not an exception.</summary>
internal sealed class CatalogTable(IAmazonDynamoDB dynamoDB, IOptions<CatalogOptions> options)
{
    /// <summary>DynamoDB takes 25 writes and 100 reads in one batch.</summary>
    private const int WritesPerBatch = 25;

    private readonly string _name = options.Value.TableName;

    /// <summary>Reads one item as it is now, or null.</summary>
    public async Task<Item?> GetAsync(Key key, CancellationToken cancellationToken)
    {
        var response = await dynamoDB.GetItemAsync(
            new GetItemRequest { TableName = _name, Key = key.ToItem(), ConsistentRead = true }, cancellationToken);
        return response.Item is { Count: > 0 } item ? item : null;
    }

    /// <summary>Puts an item where there is none; false when there is.</summary>
    public async Task<bool> TryAddAsync(Item item, CancellationToken cancellationToken)
    {
        try
        {
            await dynamoDB.PutItemAsync(
                new PutItemRequest
                {
                    TableName = _name,
                    Item = item,
                    ConditionExpression = "attribute_not_exists(#pk)",
                    ExpressionAttributeNames = new() { ["#pk"] = Key.PartitionAttribute },
                },
                cancellationToken);
            return true;
        }
        catch (ConditionalCheckFailedException)
        {
            return false;
        }
    }

    /// <summary>The item as the update left it; null when its condition did not hold.</summary>
    public async Task<Item?> TryUpdateAsync(Update update, CancellationToken cancellationToken)
    {
        try
        {
            return (await dynamoDB.UpdateItemAsync(update.ToRequest(_name), cancellationToken)).Attributes;
        }
        catch (ConditionalCheckFailedException)
        {
            return null;
        }
    }

    /// <summary>Deletes an item that bears the attribute; any other, or none, stays as it is.</summary>
    public async Task TryDeleteAsync(Key key, string attribute, CancellationToken cancellationToken)
    {
        try
        {
            await dynamoDB.DeleteItemAsync(
                new DeleteItemRequest
                {
                    TableName = _name,
                    Key = key.ToItem(),
                    ConditionExpression = "attribute_exists(#attribute)",
                    ExpressionAttributeNames = new() { ["#attribute"] = attribute },
                },
                cancellationToken);
        }
        catch (ConditionalCheckFailedException)
        {
            // Somebody else was quicker.
        }
    }

    /// <summary>One page of a range.</summary>
    public Task<QueryResponse> QueryAsync(KeyRange range, CancellationToken cancellationToken) =>
        dynamoDB.QueryAsync(range.ToRequest(_name), cancellationToken);

    /// <summary>All of a range, page by page.</summary>
    public IAsyncEnumerable<Item> ReadAllAsync(KeyRange range) =>
        dynamoDB.Paginators.Query(range.ToRequest(_name)).Responses.SelectMany(static page => page.Items ?? []);

    public Task PutAllAsync(IEnumerable<Item> items, CancellationToken cancellationToken) =>
        WriteAllAsync(items.Select(static item => new WriteRequest(new PutRequest(item))), cancellationToken);

    public Task DeleteAllAsync(IEnumerable<Key> keys, CancellationToken cancellationToken) =>
        WriteAllAsync(keys.Select(static key => new WriteRequest(new DeleteRequest(key.ToItem()))), cancellationToken);

    /// <summary>Reads at most 100 items by their keys, in no particular order.</summary>
    public async Task<IReadOnlyList<Item>> GetAllAsync(IReadOnlyCollection<Key> keys, CancellationToken cancellationToken)
    {
        List<Item> items = new(keys.Count);
        var left = new KeysAndAttributes { Keys = [.. keys.Select(static key => key.ToItem())] };

        for (var attempt = 0; left is { Keys.Count: > 0 }; attempt++)
        {
            await Backoff.DelayAsync(attempt, cancellationToken);
            var response = await dynamoDB.BatchGetItemAsync(
                new BatchGetItemRequest { RequestItems = new() { [_name] = left } }, cancellationToken);
            items.AddRange(response.Responses?.GetValueOrDefault(_name) ?? []);
            left = response.UnprocessedKeys?.GetValueOrDefault(_name);
        }

        return items;
    }

    private async Task WriteAllAsync(IEnumerable<WriteRequest> writes, CancellationToken cancellationToken)
    {
        foreach (var batch in writes.Chunk(WritesPerBatch))
        {
            List<WriteRequest>? left = [.. batch];

            for (var attempt = 0; left is { Count: > 0 }; attempt++)
            {
                await Backoff.DelayAsync(attempt, cancellationToken);
                var response = await dynamoDB.BatchWriteItemAsync(
                    new BatchWriteItemRequest { RequestItems = new() { [_name] = left } }, cancellationToken);
                left = response.UnprocessedItems?.GetValueOrDefault(_name);
            }
        }
    }
}

/// <summary>The pause before asking again for what a throttled batch left undone; the SDK repeats requests, not their remainders.</summary>
internal static class Backoff
{
    private const int MaximumAttempts = 6;

    private static readonly TimeSpan s_first = TimeSpan.FromMilliseconds(25);

    /// <exception cref="TimeoutException">Six attempts, 0.8 s in all, were not enough.</exception>
    public static Task DelayAsync(int attempt, CancellationToken cancellationToken) => attempt switch
    {
        0 => Task.CompletedTask,
        < MaximumAttempts => Task.Delay(s_first * (1 << (attempt - 1)) * (0.5 + Random.Shared.NextDouble()), cancellationToken),
        _ => throw new TimeoutException("DynamoDB left items of a batch unprocessed for too long."),
    };
}
