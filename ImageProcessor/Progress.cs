namespace Iris.ImageProcessor;

/// <summary>How long an image has been waiting and worked at.</summary>
internal sealed class Progress(TimeProvider clock, Upload upload)
{
    private readonly long _began = clock.GetTimestamp();

    public DateTimeOffset StartedAt { get; } = clock.GetUtcNow();

    public TimeSpan Elapsed => clock.GetElapsedTime(_began);

    /// <summary>Never negative: S3's clock is another one.</summary>
    public long QueuedMs => Math.Max(0, (long)(StartedAt - upload.CreatedAt).TotalMilliseconds);
}
