namespace Iris.Tests.Integration.Catalog;

/// <summary>
/// A clock that stands still until a test moves it, or until somebody waits: then the wait is over at once, and that much later.
/// </summary>
internal sealed class Clock : TimeProvider
{
    private DateTimeOffset _now = new(2026, 2, 3, 4, 5, 6, 789, TimeSpan.Zero);

    public DateOnly Today => DateOnly.FromDateTime(_now.UtcDateTime);

    public void Advance(TimeSpan time) => _now += time;

    public override DateTimeOffset GetUtcNow() => _now;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        Advance(dueTime);
        return System.CreateTimer(callback, state, TimeSpan.Zero, Timeout.InfiniteTimeSpan);
    }
}
