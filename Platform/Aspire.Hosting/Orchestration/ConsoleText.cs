using System.Globalization;

namespace Aspire.Hosting.Orchestration;

internal static class ConsoleText
{
    /// <summary>Takes the time off a line: <c>2026-01-31T10:00:00.123Z listening</c> is <c>listening</c>.</summary>
    public static string WithoutTime(string line)
    {
        var space = line.IndexOf(' ', StringComparison.Ordinal);
        return space > 0 && DateTimeOffset.TryParse(line.AsSpan(0, space), CultureInfo.InvariantCulture, out _) ? line[(space + 1)..] : line;
    }
}
