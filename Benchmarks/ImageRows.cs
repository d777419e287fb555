using System.Security.Cryptography;
using Amazon.DynamoDBv2.Model;
using Iris.Catalog;
using Iris.Catalog.Table;
using Iris.Tests.Support;

namespace Iris.Benchmarks;

/// <summary>Rows of ready images and nothing else: what a page from the API is made of.</summary>
internal static class ImageRows
{
    // The most items that one BatchWriteItem takes.
    private const int Batch = 25, Writers = 8;

    public static async Task FillAsync(LocalStack stack, int images, CancellationToken cancellationToken)
    {
        using var dynamoDB = stack.CreateDynamoDBClient();
        await Parallel.ForEachAsync(
            Enumerable.Range(0, images).Chunk(Batch),
            new ParallelOptions { MaxDegreeOfParallelism = Writers, CancellationToken = cancellationToken },
            async (numbers, cancellation) => await dynamoDB.BatchWriteItemAsync(
                new BatchWriteItemRequest(new Dictionary<string, List<WriteRequest>>
                {
                    [stack.TableName] = [.. numbers.Select(number => new WriteRequest(new PutRequest(Row(number))))],
                }),
                cancellation));
    }

    private static Dictionary<string, AttributeValue> Row(int number)
    {
        var sha256 = SHA256.HashData(BitConverter.GetBytes(number));
        var at = DateTimeOffset.UnixEpoch.AddYears(56).AddSeconds(number);
        var image = new ImageRecord
        {
            Id = ImageId.FromSha256(sha256),
            Status = ImageStatus.Ready,
            FileName = $"photograph-{number}.jpg",
            ContentType = "image/jpeg",
            Size = 2_000_000,
            Sha256 = Convert.ToHexStringLower(sha256),
            CreatedAt = at,
            ProcessedAt = at.AddMilliseconds(250),
            Picture = new Picture
            {
                Width = 4000,
                Height = 3000,
                Placeholder = "1QcSHQRnh493V4dIh4eXh1h4kJUI",
                Color = "#5a6b4c",
                Derivatives = [new(300, 300, 225, 12_000), new(600, 600, 450, 40_000), new(1600, 1600, 1200, 210_000)],
                Labels = [],
                Timings = new Timings(20, 230, 40),
            },
        };
        var item = ImageItem.Write(new ImageRow(image));
        item[FeedKey.PartitionAttribute] = new AttributeValue(FeedKey.Partition);
        item[FeedKey.SortAttribute] = new AttributeValue(FeedKey.Of(image));
        return item;
    }
}
