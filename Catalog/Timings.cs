namespace Iris.Catalog;

/// <summary>How long an image took.</summary>
/// <param name="QueuedMs">From the object's creation to the start of processing, in milliseconds.</param>
/// <param name="ProcessingMs">From the start of processing to ready, in milliseconds.</param>
/// <param name="LabelsMs">The label detection within it, in milliseconds.</param>
public sealed record Timings(long QueuedMs, long ProcessingMs, long LabelsMs);
