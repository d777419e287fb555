using System.Runtime.CompilerServices;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Iris.Catalog;
using Iris.Catalog.Table;
using Microsoft.Extensions.Options;
using Item = System.Collections.Generic.Dictionary<string, Amazon.DynamoDBv2.Model.AttributeValue>;

namespace Iris.Ops.Data;

/// <summary>Reads the table from end to end: for an operator, who has time. Nothing that serves a visitor scans.</summary>
internal sealed class ItemScan(IAmazonDynamoDB dynamoDB, IOptions<CatalogOptions> options)
{
    // Enough to hide the time that each waits for the network, and little against what a table takes.
    private const int Parallelism = 8;

    private readonly string _name = options.Value.TableName;

    /// <summary>How much of a maintenance is under way at once.</summary>
    public static ParallelOptions AtATime(CancellationToken cancellationToken) =>
        new() { MaxDegreeOfParallelism = Parallelism, CancellationToken = cancellationToken };

    /// <summary>The items of all images, in no particular order, page by page as DynamoDB reads them.</summary>
    public IAsyncEnumerable<Item> ReadImageItemsAsync(CancellationToken cancellationToken) =>
        ReadAsync(Beginning(Key.Images), cancellationToken);

    /// <inheritdoc cref="ReadImageItemsAsync" />
    public IAsyncEnumerable<StoredImage> ReadImagesAsync(CancellationToken cancellationToken) =>
        ReadImageItemsAsync(cancellationToken).Select(ImageItem.Read);

    /// <summary>The keys of all items of every kind.</summary>
    public IAsyncEnumerable<Key> ReadKeysAsync(CancellationToken cancellationToken) =>
        ReadAsync(OnlyKeys(new ScanRequest()), cancellationToken).Select(Key.Of);

    /// <summary>The keys of the entries of all labels.</summary>
    public IAsyncEnumerable<Key> ReadLabelEntriesAsync(CancellationToken cancellationToken) =>
        ReadAsync(OnlyKeys(Beginning(Key.Labels)), cancellationToken).Select(Key.Of);

    private static ScanRequest Beginning(string partition) => new()
    {
        FilterExpression = "begins_with(#pk, :partition)",
        ExpressionAttributeNames = new() { ["#pk"] = Key.PartitionAttribute },
        ExpressionAttributeValues = new() { [":partition"] = Value.Text(partition) },
    };

    private static ScanRequest OnlyKeys(ScanRequest request)
    {
        request.ProjectionExpression = "#pk, #sk";
        request.ExpressionAttributeNames = new() { ["#pk"] = Key.PartitionAttribute, ["#sk"] = Key.SortAttribute };
        return request;
    }

    private async IAsyncEnumerable<Item> ReadAsync(ScanRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        (request.TableName, request.ConsistentRead) = (_name, true);

        await foreach (var page in dynamoDB.Paginators.Scan(request).Responses.WithCancellation(cancellationToken))
        {
            foreach (var item in page.Items ?? [])
            {
                yield return item;
            }
        }
    }
}
