namespace Iris.Tests.Integration.Ops.Data;

/// <summary>The real time, moved: S3 has no clock that a test could set.</summary>
internal sealed class MovedClock : TimeProvider
{
    public TimeSpan By { get; set; }

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + By;
}
