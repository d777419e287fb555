using System.CommandLine;
using System.Security.Cryptography;
using Iris.Catalog;
using Iris.Tests.Support;

namespace Iris.Benchmarks;

/// <summary>A page of the gallery from the API, of a small and of a large table, asked for in turn.</summary>
internal static class PageCost
{
    private const int Small = 1_000, Large = 100_000, Warm = 50, Pages = 300;

    public static Command Command
    {
        get
        {
            var command = new Command("page", "GET /api/images at 1,000 and at 100,000 images.");
            command.SetAction(async (_, cancellationToken) => await RunAsync(cancellationToken));
            return command;
        }
    }

    private static async Task RunAsync(CancellationToken cancellationToken)
    {
        // One database each: dynalite is a process of one thread, and what the other table costs it is not the question.
        await using var small = await StartAsync(Small, cancellationToken);
        await using var large = await StartAsync(Large, cancellationToken);
        List<TimeSpan> first = [], second = [];

        for (var page = 0; page < Warm + Pages; page++)
        {
            var (ofSmall, ofLarge) = (await small.ReadPageAsync(cancellationToken), await large.ReadPageAsync(cancellationToken));

            if (page >= Warm)
            {
                first.Add(ofSmall);
                second.Add(ofLarge);
            }
        }

        Print(new Latencies(first), new Latencies(second));
    }

    private static Task<GalleryServer> StartAsync(int images, CancellationToken cancellationToken) =>
        GalleryServer.StartAsync(
            async (stack, cancellation) =>
            {
                using var dynamoDB = stack.CreateDynamoDBClient();
                await ReadyRows.WriteAsync(dynamoDB, stack.TableName, Enumerable.Range(0, images).Select(Row), cancellation);
            },
            cancellationToken);

    private static Image Row(int number) =>
        ReadyRows.Record(SHA256.HashData(BitConverter.GetBytes(number)), $"photograph-{number}.jpg", DateTimeOffset.UnixEpoch.AddYears(56).AddSeconds(number)) with
        {
            Findings = ReadyRows.Findings(
                4000, 3000, [new(300, 300, 225, 12_000), new(600, 600, 450, 40_000), new(1600, 1600, 1200, 210_000)]),
        };

    private static void Print(Latencies small, Latencies large) =>
        new Report($"GET /api/images?limit=30, {Pages} pages each, in turn", "images", "p50", "p95", "ratio of p50")
            .Row("1,000", Latencies.Milliseconds(small.P50), Latencies.Milliseconds(small.P95), "1")
            .Row("100,000", Latencies.Milliseconds(large.P50), Latencies.Milliseconds(large.P95), Report.Ratio(large.P50, small.P50))
            .Print();
}
