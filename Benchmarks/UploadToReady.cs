using System.Buffers.Binary;
using System.CommandLine;
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
            var site = new Option<Uri?>("--site") { Description = "A site that runs already. Default: one is started for the measurement." };
            var command = new Command("upload", "2 MB photograph: PUT finished to `ready`.") { site };
            command.SetAction(async (parsed, cancellationToken) => await RunAsync(parsed.GetValue(site), cancellationToken));
            return command;
        }
    }

    private static async Task RunAsync(Uri? site, CancellationToken cancellationToken)
    {
        if (site is not null)
        {
            await MeasureAsync(site, cancellationToken);
            return;
        }

        var (process, url) = await AppHostProcess.StartAsync(cancellationToken);
        await using (process)
        {
            await process.AnswersAsync(new Uri(url, "/api/images"), cancellationToken);
            await MeasureAsync(url, cancellationToken);
        }
    }

    private static async Task MeasureAsync(Uri site, CancellationToken cancellationToken)
    {
        using var http = new HttpClient { BaseAddress = site };
        var visitor = new Visitor(http);
        var photograph = Photographs.TwoMegabytes;
        List<TimeSpan> samples = [];

        for (var picture = 0; picture < Warm + Pictures; picture++)
        {
            var id = await visitor.UploadAsync(Distinct(photograph.Bytes), photograph.FileName, photograph.ContentType, cancellationToken);
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

    /// <summary>The same picture in other bytes: a JPEG comment (marker FFFE) of a random number behind the start-of-image marker.</summary>
    private static byte[] Distinct(byte[] jpeg)
    {
        Span<byte> comment = stackalloc byte[12];
        (comment[0], comment[1], comment[2], comment[3]) = (0xFF, 0xFE, 0, 10);
        BinaryPrimitives.WriteInt64BigEndian(comment[4..], Random.Shared.NextInt64());
        return [.. jpeg.AsSpan(0, 2), .. comment, .. jpeg.AsSpan(2)];
    }
}
