using System.Text.RegularExpressions;

namespace Iris.AppHost;

/// <summary>
/// What is neither an argument of ours nor of Aspire's. Left alone it would be swallowed: the host takes whatever it is given for a setting.
/// </summary>
internal static partial class UnknownArguments
{
    private const int MostTypos = 3;

    // Of the `aspire` command to every AppHost, and of .NET's host.
    private static readonly string[] s_ofAspire =
    [
        "operation", "step", "list-steps", "output-path", "log-level", "include-exception-details", "clear-cache", "yes", "publisher",
        "dcp-cli-path", "dcp-container-runtime", "dcp-dependency-check-timeout", "dcp-dashboard-path",
        "environment", "contentRoot", "applicationName",
    ];

    /// <summary>What is wrong with arguments that are not ours.</summary>
    /// <param name="others">All that are not.</param>
    /// <param name="ours">The names of those that are: the nearest may be meant.</param>
    public static IEnumerable<string> Errors(IReadOnlyList<string> others, IReadOnlyList<string> ours)
    {
        for (var index = 0; index < others.Count; index++)
        {
            var pair = others[index].Split('=', 2);
            if (!IsSetting(pair[0].TrimStart('-')))
            {
                yield return $"Unknown argument '{pair[0]}'.{Suggest(pair[0], ours)} --help lists all.";
            }

            // What follows a name without a dash of its own is its value.
            if (pair is [['-', ..]] && others.ElementAtOrDefault(index + 1) is not (null or ['-', ..]))
            {
                index++;
            }
        }
    }

    private static bool IsSetting(string name) => s_ofAspire.Contains(name, StringComparer.OrdinalIgnoreCase) || Key().IsMatch(name);

    private static string Suggest(string argument, IReadOnlyList<string> ours)
    {
        var (distance, nearest) = ours.Select(name => (Distance(argument.TrimStart('-'), name.TrimStart('-')), name)).Min();
        return distance <= MostTypos ? $" Did you mean '{nearest}'?" : "";
    }

    /// <summary>How many letters have to be put in, left out or replaced to come from one word to the other.</summary>
    private static int Distance(string one, string other)
    {
        var row = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var i = 0; i < one.Length; i++)
        {
            (var diagonal, row[0]) = (row[0], i + 1);
            for (var j = 0; j < other.Length; j++)
            {
                var replaced = diagonal + (one[i] == other[j] ? 0 : 1);
                (diagonal, row[j + 1]) = (row[j + 1], Math.Min(replaced, Math.Min(row[j], row[j + 1]) + 1));
            }
        }

        return row[^1];
    }

    // AppHost:BrowserToken, Logging:LogLevel:Default; or a variable of the environment: ASPNETCORE_URLS, DcpPublisher__RandomizePorts.
    [GeneratedRegex("^[A-Za-z][A-Za-z0-9.]*((:|__)[A-Za-z0-9.]+)+$|^[A-Z]+(_[A-Z0-9]+)+$")]
    private static partial Regex Key();
}
