using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Iris.ImageProcessor.Imaging;
using Iris.Tests.Support;

namespace Iris.Benchmarks;

/// <summary>A photograph of 12 megapixels to three WebP files, on one thread: ours beside sharp, which is libvips too.</summary>
internal static class Derivatives
{
    private const int Rounds = 5, RunsPerRound = 5;

    private static readonly int[] s_sides = [300, 600, 1600];

    public static Command Command
    {
        get
        {
            var command = new Command("derivatives", "12-megapixel JPEG to three WebP files, beside sharp (npm) making the same three.");
            command.SetAction(async (_, cancellationToken) => await RunAsync(cancellationToken));
            return command;
        }
    }

    private static async Task RunAsync(CancellationToken cancellationToken)
    {
        var photograph = Photographs.TwelveMegapixels;
        var path = Path.Combine(Path.GetTempPath(), $"iris-{Environment.ProcessId}-{photograph.FileName}");
        await File.WriteAllBytesAsync(path, photograph.Bytes, cancellationToken);

        try
        {
            List<TimeSpan> ours = [], sharp = [];
            Derive(photograph.Bytes);

            // In turn, so that a machine that slows down slows both.
            for (var round = 0; round < Rounds; round++)
            {
                ours.AddRange(Enumerable.Range(0, RunsPerRound).Select(_ => Derive(photograph.Bytes)));
                sharp.AddRange(await SharpAsync(path, cancellationToken));
            }

            Print(new Latencies(ours), new Latencies(sharp));
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static TimeSpan Derive(byte[] bytes)
    {
        var start = Stopwatch.GetTimestamp();

        if (!ImageHeader.TryRead(bytes, ImagingLimits.Default, out var header, out var defect)
            || !DecodedImage.TryDecode(header, ImagingLimits.Default, CancellationToken.None, out var picture, out defect))
        {
            throw new InvalidOperationException($"The photograph was refused: {defect.Message}");
        }

        using (picture)
        {
            foreach (var side in s_sides)
            {
                picture.ToWebP(side);
            }

            // sharp makes neither of these; the comparison is against us here.
            picture.ToPlaceholder();
        }

        return Stopwatch.GetElapsedTime(start);
    }

    private static async Task<IEnumerable<TimeSpan>> SharpAsync(string path, CancellationToken cancellationToken)
    {
        var folder = Repository.PathOf("Tools", "Benchmarks", "peers", "sharp");
        using var node = Process.Start(new ProcessStartInfo("node", ["derive.mjs", path, RunsPerRound.ToString(CultureInfo.InvariantCulture)])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
        })!;
        var output = await node.StandardOutput.ReadToEndAsync(cancellationToken);
        await node.WaitForExitAsync(cancellationToken);

        return output
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => TimeSpan.FromMilliseconds(double.Parse(line, CultureInfo.InvariantCulture)));
    }

    private static void Print(Latencies ours, Latencies sharp) =>
        new Report("12-megapixel JPEG → 300, 600, 1600 px WebP, one thread", "", "p50", "p95", "ratio of p50")
            .Row("Imaging (with thumbhash and colour)", Latencies.Milliseconds(ours.P50), Latencies.Milliseconds(ours.P95), Report.Ratio(ours.P50, sharp.P50))
            .Row("sharp", Latencies.Milliseconds(sharp.P50), Latencies.Milliseconds(sharp.P95), "1")
            .Print();
}
