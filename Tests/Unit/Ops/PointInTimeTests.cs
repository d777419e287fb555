using Iris.Ops.Data;

namespace Iris.Tests.Unit.Ops;

public sealed class PointInTimeTests
{
    private static readonly DateTimeOffset s_now = new(2026, 11, 25, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("90m", "2026-11-25T10:30:00Z")]
    [InlineData("24h", "2026-11-24T12:00:00Z")]
    [InlineData("7d", "2026-11-18T12:00:00Z")]
    [InlineData("2026-11-20", "2026-11-20T00:00:00Z")]
    [InlineData("2026-11-20T08:00+02:00", "2026-11-20T06:00:00Z")]
    public void A_time_is_absolute_or_how_long_ago(string text, string expected)
    {
        Assert.True(PointInTime.TryParse(text, s_now, out var time));
        Assert.Equal(expected, time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", null));
    }

    [Theory]
    [InlineData("")]
    [InlineData("h")]
    [InlineData("-1h")]
    [InlineData("7w")]
    [InlineData("999999999d")]
    [InlineData("yesterday")]
    public void Anything_else_is_refused(string text) => Assert.False(PointInTime.TryParse(text, s_now, out _));
}
