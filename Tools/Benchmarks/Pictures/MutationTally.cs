using System.Globalization;

namespace Iris.Benchmarks.Pictures;

/// <summary>What became of a number of cases.</summary>
internal sealed class MutationTally
{
    private const long MaxGrowth = 64_000_000;

    public long Cases { get; set; }

    public Dictionary<string, long> States { get; init; } = [];

    public List<long> Slow { get; init; } = [];

    public double SlowestSeconds { get; set; }

    /// <summary>
    /// Memory of the process after its first ten thousand cases, when every codec has been at work, at the end, and at most, in bytes.
    /// </summary>
    public long EarlyBytes { get; set; }

    public long LastBytes { get; set; }

    public long PeakBytes { get; set; }

    public bool Leaks => LastBytes > EarlyBytes + MaxGrowth;

    public void Count(string state, TimeSpan processorTime)
    {
        Cases++;
        States[state] = States.GetValueOrDefault(state) + 1;
        SlowestSeconds = Math.Max(SlowestSeconds, processorTime.TotalSeconds);
    }

    public void Add(MutationTally other)
    {
        Cases += other.Cases;
        SlowestSeconds = Math.Max(SlowestSeconds, other.SlowestSeconds);
        (EarlyBytes, LastBytes) = other.LastBytes - other.EarlyBytes > LastBytes - EarlyBytes || EarlyBytes == 0
            ? (other.EarlyBytes, other.LastBytes)
            : (EarlyBytes, LastBytes);
        PeakBytes = Math.Max(PeakBytes, other.PeakBytes);

        foreach (var (state, count) in other.States)
        {
            States[state] = States.GetValueOrDefault(state) + count;
        }
    }

    public void Print(int seed)
    {
        var report = new Report(string.Create(CultureInfo.InvariantCulture, $"{Cases:N0} mutated pictures, seed {seed}"), "", "");
        foreach (var (state, count) in States.OrderByDescending(state => state.Value))
        {
            report.Row(state, count.ToString("N0", CultureInfo.InvariantCulture));
        }

        report
            .Row("slowest, processor time", string.Create(CultureInfo.InvariantCulture, $"{SlowestSeconds:0.00} s"))
            .Row(
                "memory after 10,000 cases, at the end, at most",
                $"{Report.Megabytes(EarlyBytes)}, {Report.Megabytes(LastBytes)}, {Report.Megabytes(PeakBytes)}")
            .Print();
    }
}
