using System.CommandLine.Parsing;
using System.Globalization;

namespace Iris.Ops.Data;

/// <summary>A time as operators write it: absolute and in UTC unless it says otherwise, or how long ago.</summary>
internal static class PointInTime
{
    // Farther back than anything, and no overflow.
    private const int MaximumAmount = 100_000;

    public static DateTimeOffset Parse(ArgumentResult argument)
    {
        var text = argument.Tokens[0].Value;

        if (!TryParse(text, DateTimeOffset.UtcNow, out var time))
        {
            argument.AddError($"'{text}' is no time: write 2026-11-25T08:00Z, 2026-11-25, 90m, 24h or 7d.");
        }

        return time;
    }

    public static bool TryParse(string text, DateTimeOffset now, out DateTimeOffset time)
    {
        if (text is [.. { Length: > 0 } number, var letter] && UnitOf(letter) is { } unit
            && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var amount) && amount <= MaximumAmount)
        {
            time = now - (amount * unit);
            return true;
        }

        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out time);
    }

    private static TimeSpan? UnitOf(char letter) => letter switch
    {
        'm' => TimeSpan.FromMinutes(1),
        'h' => TimeSpan.FromHours(1),
        'd' => TimeSpan.FromDays(1),
        _ => null,
    };
}
