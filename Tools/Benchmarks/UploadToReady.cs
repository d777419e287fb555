using System.CommandLine;
using System.CommandLine.Parsing;
using System.Diagnostics;
using Iris.Tests.Support;

namespace Iris.Benchmarks;

/// <summary>From the last byte of the upload to the state <c>ready</c>, as a visitor waits for it.</summary>
internal static class UploadToReady
{
    private const int Warm = 5, Pictures = 60;

    public static Command Command
    {
        get
        {
            var site = new Option<Uri?>("--site")
            {
                Description = "A site that runs already. Default: one is started for the measurement.",
                CustomParser = Address,
            };
            var lambda = new Option<bool>("--lambda") { Description = "Start it with both functions as Native AOT bootstraps." };
            var command = new Command("upload", "2 MB photograph: PUT finished to `ready`.") { site, lambda };
            command.SetAction(
                async (parsed, cancellationToken) => await RunAsync(parsed.GetValue(site), parsed.GetValue(lambda), cancellationToken));
            return command;
        }
    }

    private static async Task RunAsync(Uri? site, bool lambda, CancellationToken cancellationToken)
    {
        if (site is not null)
        {
            await MeasureAsync(site, cancellationToken);
            return;
        }

        var (process, url) = await AppHostProcess.StartAsync(lambda ? ["--lambda"] : [], cancellationToken);
        await using (process)
        {
            await process.AnswersAsync(new Uri(url, "/api/images"), cancellationToken);
            await MeasureAsync(url, cancellationToken);
        }
    }

    private static Uri? Address(ArgumentResult argument)
    {
        if (Uri.TryCreate(argument.Tokens[0].Value, UriKind.Absolute, out var address))
        {
            return address;
        }

        argument.AddError("--site: an address such as http://localhost:5000");
        return null;
    }

    private static async Task MeasureAsync(Uri site, CancellationToken cancellationToken)
    {
        using var http = new HttpClient { BaseAddress = site };
        var visitor = new Visitor(http);
        var photograph = Photographs.TwoMegabytes;
        List<TimeSpan> samples = [];

        for (var picture = 0; picture < Warm + Pictures; picture++)
        {
            var id = await visitor.UploadAsync(photograph.Distinct(), photograph.FileName, photograph.ContentType, cancellationToken);
            var start = Stopwatch.GetTimestamp();
            var image = await visitor.WaitAsync(id, cancellationToken);

            if (image.GetProperty("status").GetString() != "ready")
            {
                throw new InvalidOperationException($"A sound photograph ended as {image}");
            }

            if (picture >= Warm)
            {
                samples.Add(Stopwatch.GetElapsedTime(start));
            }
        }

        var timings = new Latencies(samples);
        new Report($"2 MB photograph, PUT finished → ready, one after the other, {Pictures} pictures", "p50", "p95", "max")
            .Row(Latencies.Milliseconds(timings.P50), Latencies.Milliseconds(timings.P95), Latencies.Milliseconds(timings.Max))
            .Print();
    }
}
