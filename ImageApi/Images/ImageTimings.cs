namespace Iris.ImageApi.Images;

/// <summary>How long an image took, in milliseconds.</summary>
/// <param name="QueuedMs">From the end of the upload to the start of processing.</param>
/// <param name="ProcessingMs">From there to ready.</param>
/// <param name="LabelsMs">The label detection within it.</param>
internal sealed record ImageTimings(long QueuedMs, long ProcessingMs, long LabelsMs);
