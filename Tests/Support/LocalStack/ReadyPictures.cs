using System.Security.Cryptography;
using Amazon.DynamoDBv2;
using Amazon.S3;
using Iris.Catalog;
using Iris.Catalog.Objects;
using NetVips;
using Image = Iris.Catalog.Image;
using Label = Iris.Catalog.Label;

namespace Iris.Tests.Support;

/// <summary>Many pictures in a moment: their rows in the table and their derivatives in the bucket, as the processor leaves them.</summary>
/// <param name="s3">A client of the S3.</param>
/// <param name="bucket">The bucket of derivatives.</param>
/// <param name="dynamoDB">A client of the DynamoDB.</param>
/// <param name="table">The table of images.</param>
public sealed class ReadyPictures(IAmazonS3 s3, string bucket, IAmazonDynamoDB dynamoDB, string table)
{
    private const int Small = 300, Large = 600, Writers = 8;

    private static readonly (int Width, int Height)[] s_shapes = [(600, 400), (400, 600), (600, 450), (600, 600), (600, 338)];
    private static readonly Lazy<Look[]> s_looks = new(() => [.. Photographs.All.Take(s_shapes.Length).SelectMany(Looks)]);

    /// <summary>Whose they are; null: nobody's.</summary>
    public Owner? Owner { get; init; }

    /// <summary>Adds so many pictures, each with one label, and answers their ids, newest first.</summary>
    public async Task<ImageId[]> AddAsync(int count, string label, CancellationToken cancellationToken)
    {
        var start = DateTimeOffset.UtcNow;
        Image[] images = [.. Enumerable.Range(0, count).Select(number => Record(number, label, start.AddMilliseconds(-number)) with { Owner = Owner })];
        var options = new ParallelOptions { MaxDegreeOfParallelism = Writers, CancellationToken = cancellationToken };
        await Parallel.ForAsync(
            0, count, options, async (number, cancellation) => await PutAsync(images[number].Id, LookOf(number), cancellation));
        await ReadyRows.WriteAsync(dynamoDB, table, images, cancellationToken);
        return [.. images.Select(static image => image.Id)];
    }

    private static Look LookOf(int number) => s_looks.Value[number % s_looks.Value.Length];

    private static IEnumerable<Look> Looks(Photograph photograph) =>
        from shape in s_shapes
        select new Look(
            shape.Width, shape.Height, Crop(photograph, shape.Width / 2, shape.Height / 2), Crop(photograph, shape.Width, shape.Height));

    private static byte[] Crop(Photograph photograph, int width, int height)
    {
        using var image = NetVips.Image.ThumbnailBuffer(photograph.Bytes, width, height: height, crop: Enums.Interesting.Attention);
        return image.WebpsaveBuffer(q: 75);
    }

    private static Image Record(int number, string label, DateTimeOffset at)
    {
        var look = LookOf(number);
        return ReadyRows.Record(RandomNumberGenerator.GetBytes(SHA256.HashSizeInBytes), $"{label}-{number + 1}.jpg", at) with
        {
            Findings = ReadyRows.Findings(
                look.Width,
                look.Height,
                [new(Small, look.Width / 2, look.Height / 2, look.Small.Length), new(Large, look.Width, look.Height, look.Large.Length)],
                new Label(label, 91.5, [], [], [new(new(0.25, 0.25, 0.5, 0.5), 91.5)])),
        };
    }

    private async Task PutAsync(ImageId id, Look look, CancellationToken cancellationToken)
    {
        foreach (var (edge, bytes) in ((int, byte[])[])[(Small, look.Small), (Large, look.Large)])
        {
            await s3.PutObjectAsync(
                new()
                {
                    BucketName = bucket,
                    Key = ObjectKeys.Derivative(id, edge),
                    InputStream = new MemoryStream(bytes),
                    ContentType = Derivative.ContentType,
                },
                cancellationToken);
        }
    }

    /// <summary>A crop of a photograph in two sizes.</summary>
    private sealed record Look(int Width, int Height, byte[] Small, byte[] Large);
}
