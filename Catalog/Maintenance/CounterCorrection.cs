namespace Iris.Catalog.Maintenance;

/// <summary>A counter that did not agree with the rows.</summary>
/// <param name="Counter">Which: <c>LABELS/dog/count</c>, <c>STATS/2026-11-25/ready</c>.</param>
/// <param name="Was">What it said.</param>
/// <param name="Is">What the rows say.</param>
public sealed record CounterCorrection(string Counter, long Was, long Is);
