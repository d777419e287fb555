using System.Globalization;
using System.Text.RegularExpressions;

namespace Aspire.Hosting.Orchestration;

internal static partial class ConsoleText
{
    /// <summary>The words of a line alone, without time and colour.</summary>
    public static string Plain(string line) => Colour().Replace(WithoutTime(line), "");

    /// <summary>Takes the time off a line: <c>2026-01-31T10:00:00.123Z listening</c> is <c>listening</c>.</summary>
    public static string WithoutTime(string line)
    {
        var space = line.IndexOf(' ', StringComparison.Ordinal);
        return space > 0 && DateTimeOffset.TryParse(line.AsSpan(0, space), CultureInfo.InvariantCulture, out _) ? line[(space + 1)..] : line;
    }

    // ESC [ 31 m
    [GeneratedRegex(@"\x1B\[[0-9;]*m")]
    private static partial Regex Colour();
}
