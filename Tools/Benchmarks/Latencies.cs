using System.Globalization;

namespace Iris.Benchmarks;

/// <summary>Durations of the same thing done many times.</summary>
internal sealed class Latencies(IEnumerable<TimeSpan> samples)
{
    private readonly double[] _milliseconds = [.. samples.Select(sample => sample.TotalMilliseconds).Order()];

    public int Count => _milliseconds.Length;

    public double P50 => Percentile(0.50);

    public double P95 => Percentile(0.95);

    public double P99 => Percentile(0.99);

    public double Max => _milliseconds[^1];

    // The nearest rank: a value that was really measured.
    private double Percentile(double rank) => _milliseconds[Math.Max(0, (int)Math.Ceiling(rank * _milliseconds.Length) - 1)];

    public static string Milliseconds(double value) => value.ToString(value < 10 ? "0.00" : "0", CultureInfo.InvariantCulture) + " ms";
}
