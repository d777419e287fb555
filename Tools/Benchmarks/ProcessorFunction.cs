using System.Diagnostics;
using Iris.Tests.Support;

namespace Iris.Benchmarks;

/// <summary>The processor as a function: a photograph of 2 MB, of a process that does not run yet, and of one that does.</summary>
internal static class ProcessorFunction
{
    private const int WarmUp = 2, Starts = 20, Events = 60;

    public static async Task MeasureAsync(string build, CancellationToken cancellationToken)
    {
        await using var dynalite = new Dynalite();
        await dynalite.InitializeAsync();
        await using var rekognition = await LocalRekognition.StartAsync();
        await using var line = await ProcessorLine.StartAsync(build, dynalite, rekognition, cancellationToken);
        List<TimeSpan> cold = [], warm = [];

        for (var start = -WarmUp; start < Starts; start++)
        {
            var photograph = await line.UploadAsync(cancellationToken);
            var began = Stopwatch.GetTimestamp();
            await using var starting = line.StartSandbox();
            await line.ProcessAsync(photograph, cancellationToken);
            Keep(cold, start, Stopwatch.GetElapsedTime(began));
        }

        await using var process = line.StartSandbox();

        for (var number = -WarmUp; number < Events; number++)
        {
            var photograph = await line.UploadAsync(cancellationToken);
            var began = Stopwatch.GetTimestamp();
            await line.ProcessAsync(photograph, cancellationToken);
            Keep(warm, number, Stopwatch.GetElapsedTime(began));
        }

        Print(new Latencies(cold), new Latencies(warm), process.PeakResidentBytes());
    }

    private static void Keep(List<TimeSpan> samples, int number, TimeSpan elapsed)
    {
        if (number >= 0)
        {
            samples.Add(elapsed);
        }
    }

    private static void Print(Latencies cold, Latencies warm, long peak) =>
        new Report(
            $"ImageProcessor, a photograph of 2 MB with its labels: {Starts} starts, {Events} events to one process",
            "spawn → done p50", "p95", "warm p50", "p99", "peak RSS")
            .Row(
                Latencies.Milliseconds(cold.P50), Latencies.Milliseconds(cold.P95),
                Latencies.Milliseconds(warm.P50), Latencies.Milliseconds(warm.P99), Report.Megabytes(peak))
            .Print();
}
