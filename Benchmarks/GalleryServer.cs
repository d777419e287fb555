using System.Diagnostics;
using System.Security.Cryptography;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Iris.Catalog;
using Iris.Catalog.Table;
using Iris.Tests.Support;

namespace Iris.Benchmarks;

/// <summary>ImageApi in a process of its own, over a table of so many ready images.</summary>
internal sealed class GalleryServer : IAsyncDisposable
{
    // The most items that one BatchWriteItem takes.
    private const int Batch = 25, Writers = 8;

    private readonly Dynalite _dynalite = new();
    private readonly HttpClient _http = new();

    private LocalStack? _stack;
    private ServerProcess? _api;

    public static async Task<GalleryServer> StartAsync(int images, CancellationToken cancellationToken)
    {
        var server = new GalleryServer();

        try
        {
            await server.FillAndServeAsync(images, cancellationToken);
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    public async Task<TimeSpan> ReadPageAsync(CancellationToken cancellationToken)
    {
        var start = Stopwatch.GetTimestamp();
        using var response = await _http.GetAsync("/api/images?limit=30", cancellationToken);
        response.EnsureSuccessStatusCode();
        return Stopwatch.GetElapsedTime(start);
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();

        if (_api is not null)
        {
            await _api.DisposeAsync();
        }

        if (_stack is not null)
        {
            await _stack.DisposeAsync();
        }

        await _dynalite.DisposeAsync();
    }

    private async Task FillAndServeAsync(int images, CancellationToken cancellationToken)
    {
        await _dynalite.InitializeAsync();
        _stack = await LocalStack.StartAsync(_dynalite, cancellationToken);
        using var dynamoDB = _stack.CreateDynamoDBClient();
        await FillAsync(dynamoDB, _stack.Settings["DYNAMODB_TABLE_NAME"], images, cancellationToken);

        _http.BaseAddress = new Uri($"http://127.0.0.1:{ServerProcess.FreePort()}");
        _api = ServerProcess.Start(
            Repository.Root,
            "dotnet",
            [ServerProcess.AssemblyOf("ImageApi")],
            new Dictionary<string, string>(_stack.Settings) { ["ASPNETCORE_URLS"] = _http.BaseAddress.ToString() });
        await _api.AnswersAsync(new Uri(_http.BaseAddress, "/health"), cancellationToken);
    }

    private static Task FillAsync(IAmazonDynamoDB dynamoDB, string table, int images, CancellationToken cancellationToken) =>
        Parallel.ForEachAsync(
            Enumerable.Range(0, images).Chunk(Batch),
            new ParallelOptions { MaxDegreeOfParallelism = Writers, CancellationToken = cancellationToken },
            async (numbers, cancellation) => await dynamoDB.BatchWriteItemAsync(
                new BatchWriteItemRequest(new Dictionary<string, List<WriteRequest>>
                {
                    [table] = [.. numbers.Select(number => new WriteRequest(new PutRequest(Row(number))))],
                }),
                cancellation));

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
