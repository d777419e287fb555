using System.CommandLine;
using System.Diagnostics;
using System.Globalization;

namespace Iris.Benchmarks;

/// <summary>From <c>dotnet run --project AppHost</c> to a site that answers, with everything built and fetched before.</summary>
internal static class StartUp
{
    private const int Runs = 5;

    public static Command Command
    {
        get
        {
            var command = new Command("startup", "Warm `dotnet run --project AppHost` to a site that answers, and to an upload that the API accepts.");
            command.SetAction(async (_, cancellationToken) => await RunAsync(cancellationToken));
            return command;
        }
    }

    private static async Task RunAsync(CancellationToken cancellationToken)
    {
        List<TimeSpan> site = [], api = [], stop = [];

        for (var run = 0; run < Runs; run++)
        {
            var start = Stopwatch.GetTimestamp();
            var (process, url) = await AppHostProcess.StartAsync([], cancellationToken);
            site.Add(Stopwatch.GetElapsedTime(start));
            await process.AnswersAsync(new Uri(url, "/api/images"), cancellationToken);
            api.Add(Stopwatch.GetElapsedTime(start));

            var end = Stopwatch.GetTimestamp();
            await process.DisposeAsync();
            stop.Add(Stopwatch.GetElapsedTime(end));
        }

        var report = new Report($"Warm start, {Runs} runs", "", "median", "slowest");

        foreach (var (what, timings) in new[] { ("site answers", new Latencies(site)), ("API answers", new Latencies(api)), ("Ctrl-C to the end", new Latencies(stop)) })
        {
            report.Row(what, Seconds(timings.P50), Seconds(timings.Max));
        }

        report.Print();
    }

    private static string Seconds(double milliseconds) => (milliseconds / 1000).ToString("0.0", CultureInfo.InvariantCulture) + " s";
}
