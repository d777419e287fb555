using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Iris.Catalog;
using Iris.Catalog.Table;
using Label = Iris.Catalog.Label;

namespace Iris.Tests.Support;

/// <summary>Rows of ready images, as the processor leaves them.</summary>
public static class ReadyRows
{
    // The most items that one BatchWriteItem takes.
    private const int Batch = 25, Writers = 8;

    /// <summary>An image of these bytes that took a quarter of a second, still without its picture.</summary>
    public static Image Record(byte[] sha256, string fileName, DateTimeOffset at) => new()
    {
        Id = ImageId.FromSha256(sha256),
        Status = ImageStatus.Ready,
        FileName = fileName,
        ContentType = "image/jpeg",
        Size = 2_000_000,
        Sha256 = Convert.ToHexStringLower(sha256),
        CreatedAt = at,
        ProcessedAt = at.AddMilliseconds(250),
    };

    /// <summary>What the processor found out.</summary>
    public static Findings Findings(int width, int height, IReadOnlyList<Derivative> derivatives, params Label[] labels) => new()
    {
        Width = width,
        Height = height,
        Placeholder = "1QcSHQRnh493V4dIh4eXh1h4kJUI",
        Color = "#5a6b4c",
        Derivatives = derivatives,
        Labels = labels,
        Timings = new Timings(20, 230, 40),
    };

    /// <summary>Writes the images into the table, with an entry for each label.</summary>
    public static Task WriteAsync(IAmazonDynamoDB dynamoDB, string table, IEnumerable<Image> images, CancellationToken cancellationToken) =>
        Parallel.ForEachAsync(
            images.SelectMany(Of).Chunk(Batch),
            new ParallelOptions { MaxDegreeOfParallelism = Writers, CancellationToken = cancellationToken },
            async (rows, cancellation) => await dynamoDB.BatchWriteItemAsync(new Dictionary<string, List<WriteRequest>> { [table] = [.. rows] }, cancellation));

    private static IEnumerable<WriteRequest> Of(Image image)
    {
        var row = ImageItem.Write(new StoredImage(image));
        row[FeedKey.PartitionAttribute] = new AttributeValue(FeedKey.Partition);
        row[FeedKey.SortAttribute] = new AttributeValue(FeedKey.Of(image));
        yield return new(new PutRequest(row));

        foreach (var label in image.Findings!.Labels)
        {
            yield return new(new PutRequest(Key.LabelEntry(label.Name, image).ToItem()));
        }
    }
}
