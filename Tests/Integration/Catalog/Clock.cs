namespace Iris.Tests.Integration.Catalog;

/// <summary>A clock that stands still until a test moves it.</summary>
internal sealed class Clock : TimeProvider
{
    private DateTimeOffset _now = new(2026, 2, 3, 4, 5, 6, 789, TimeSpan.Zero);

    public DateOnly Today => DateOnly.FromDateTime(_now.UtcDateTime);

    public void Advance(TimeSpan time) => _now += time;

    public override DateTimeOffset GetUtcNow() => _now;
}
