using System.Diagnostics;
using System.Globalization;
using Iris.Tests.Support;

namespace Iris.Benchmarks.Pictures;

/// <summary>A program that makes the three files, several times in a process of its own: only so is its memory its own.</summary>
internal sealed record Peer(string Name, string Program, params string[] Arguments)
{
    public static Peer Ours { get; } = new("Imaging (with thumbhash and colour)", Environment.ProcessPath!, "derive", DeriveWorker.Ours);

    public static Peer ImageSharp { get; } = new("ImageSharp 2.1.13", Environment.ProcessPath!, "derive", DeriveWorker.ImageSharp);

    public static Peer Sharp { get; } = new("sharp", "node", Repository.PathOf("Tools", "Benchmarks", "peers", "sharp", "derive.mjs"));

    public async Task<PeerRun> RunAsync(string photograph, int runs, CancellationToken cancellationToken)
    {
        using var process = Process.Start(new ProcessStartInfo(Program, [.. Arguments, photograph, runs.ToString(CultureInfo.InvariantCulture)])
        {
            RedirectStandardOutput = true,
        })!;
        var output = await process.StandardOutput.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);

        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{Name} ended with {process.ExitCode}: {output}");
        }

        return PeerRun.Parse(output.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }
}
