using System.Diagnostics;
using Iris.Tests.Support;

namespace Iris.Benchmarks;

/// <summary>The API as a function: <c>GET /api/images</c> of a process that does not run yet, and of one that does.</summary>
internal static class ApiFunction
{
    private const string Function = "ImageApi", Path = "api/images";
    private const int WarmUp = 3, Starts = 40, Requests = 2_000;

    public static async Task MeasureAsync(IReadOnlyList<string> builds, CancellationToken cancellationToken)
    {
        await using var dynalite = new Dynalite();
        await dynalite.InitializeAsync();
        await using var stack = await LocalStack.StartAsync(dynalite, cancellationToken);
        // What a browser can read, and what the API therefore has to compress.
        using var http = new HttpClient
        {
            BaseAddress = stack.Lambda.HttpApi(Function),
            DefaultRequestHeaders = { { "Accept-Encoding", "gzip, br" } },
        };
        var results = builds.Select(static build => (Build: build, Cold: new List<TimeSpan>(), Resident: new List<long>())).ToArray();

        for (var start = 0; start < WarmUp + Starts; start++)
        {
            foreach (var (build, cold, resident) in results)
            {
                var (elapsed, bytes) = await StartAsync(build, stack, http, cancellationToken);

                if (start >= WarmUp)
                {
                    cold.Add(elapsed);
                    resident.Add(bytes);
                }
            }
        }

        var report = new Report(
            $"ImageApi, GET /{Path}: {Starts} starts, {Requests} requests to one process",
            "bootstrap", "spawn → response p50", "p95", "RSS then", "warm p50", "p99", "peak RSS");

        // Whoever comes first also waits for Lambda's own compiler.
        await RequestAsync(builds[0], stack, http, cancellationToken);
        foreach (var (build, cold, resident) in results)
        {
            var (warm, peak) = await RequestAsync(build, stack, http, cancellationToken);
            var starts = new Latencies(cold);
            report.Row(
                build == builds[0] ? "this" : "other",
                Latencies.Milliseconds(starts.P50), Latencies.Milliseconds(starts.P95), Report.Megabytes(resident.Max()),
                Latencies.Milliseconds(warm.P50), Latencies.Milliseconds(warm.P99), Report.Megabytes(peak));
        }

        report.Print();
    }

    // The request waits at Lambda for a sandbox, as on AWS, so that its answer comes as soon as the process can give it.
    private static async Task<(TimeSpan Elapsed, long Resident)> StartAsync(
        string build, LocalStack stack, HttpClient http, CancellationToken cancellationToken)
    {
        while (true)
        {
            var response = http.GetAsync(Path, cancellationToken);
            var start = Stopwatch.GetTimestamp();
            await using var process = Start(build, stack);
            using var answer = await response;
            var elapsed = Stopwatch.GetElapsedTime(start);

            // Lambda may not have noticed yet that the process before this one is gone, and have given the request to that one.
            if (answer.IsSuccessStatusCode)
            {
                return (elapsed, process.PeakResidentBytes());
            }
        }
    }

    private static async Task<(Latencies Warm, long Peak)> RequestAsync(
        string build, LocalStack stack, HttpClient http, CancellationToken cancellationToken)
    {
        await using var process = Start(build, stack);
        var samples = new List<TimeSpan>(Requests);

        for (var request = -Requests / 10; request < Requests; request++)
        {
            var start = Stopwatch.GetTimestamp();
            using var answer = await http.GetAsync(Path, cancellationToken);
            var elapsed = Stopwatch.GetElapsedTime(start);
            answer.EnsureSuccessStatusCode();

            if (request >= 0)
            {
                samples.Add(elapsed);
            }
        }

        return (new Latencies(samples), process.PeakResidentBytes());
    }

    private static ServerProcess Start(string build, LocalStack stack) =>
        ServerProcess.Start(Repository.Root, build, [], ServerProcess.AsSandbox(Function, stack));
}
