using System.CommandLine;
using Iris.Tests.Support;

namespace Iris.Benchmarks.Pictures;

/// <summary>
/// A photograph of 12 megapixels to three WebP files, on one thread: ours beside sharp, which is libvips too, and ImageSharp, which is C#.
/// </summary>
internal static class Derivatives
{
    private const int Rounds = 5, RunsPerRound = 5;

    public static Command Command
    {
        get
        {
            var command = new Command(
                "derivatives", "12-megapixel JPEG to three WebP files, beside sharp (npm) and ImageSharp making the same three.");
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
            Peer[] peers = [Peer.Ours, Peer.Sharp, Peer.ImageSharp];
            var runs = peers.ToDictionary(peer => peer, _ => new List<PeerRun>());

            // In turn, so that a machine that slows down slows all of them.
            for (var round = 0; round < Rounds; round++)
            {
                foreach (var peer in peers)
                {
                    runs[peer].Add(await peer.RunAsync(path, RunsPerRound, cancellationToken));
                }
            }

            Print(runs);
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static void Print(Dictionary<Peer, List<PeerRun>> runs)
    {
        var reference = Of(runs[Peer.Sharp]).P50;
        var report = new Report(
            "12-megapixel JPEG → 300, 600, 1600 px WebP, one thread", "", "p50", "p95", "ratio of p50", "peak memory", "bytes");

        foreach (var (peer, rounds) in runs)
        {
            var latencies = Of(rounds);
            report.Row(
                peer.Name,
                Latencies.Milliseconds(latencies.P50),
                Latencies.Milliseconds(latencies.P95),
                Report.Ratio(latencies.P50, reference),
                Report.Megabytes(rounds.Max(round => round.PeakBytes)),
                $"{rounds[0].Written / 1000} kB");
        }

        report.Print();

        static Latencies Of(List<PeerRun> rounds) => new([.. rounds.SelectMany(round => round.Times)]);
    }
}
