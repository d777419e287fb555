using System.Globalization;

namespace Iris.Benchmarks.Pictures;

/// <summary>
/// What a peer says of itself: a line for each run with its milliseconds, then the bytes of the three files and the most memory it held, in
/// KiB.
/// </summary>
internal sealed record PeerRun(IReadOnlyList<TimeSpan> Times, long Written, long PeakBytes)
{
    public static PeerRun Parse(string[] lines)
    {
        var totals = lines[^1].Split(' ');
        return new(
            [.. lines[..^1].Select(line => TimeSpan.FromMilliseconds(double.Parse(line, CultureInfo.InvariantCulture)))],
            long.Parse(totals[0], CultureInfo.InvariantCulture),
            long.Parse(totals[1], CultureInfo.InvariantCulture) * 1024);
    }
}
