namespace Iris.Catalog.Maintenance;

/// <summary>What a recount found.</summary>
/// <param name="Corrections">Every counter that differed.</param>
/// <param name="IsSettled">Whether counters and rows agree but for these. False: images kept changing while they were read.</param>
public sealed record RecountResult(IReadOnlyList<CounterCorrection> Corrections, bool IsSettled);
