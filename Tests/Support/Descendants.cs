using System.Diagnostics;

namespace Iris.Tests.Support;

/// <summary>The processes that descend from one, known by a variable of its environment that they inherit, whoever their parent has become.</summary>
public sealed class Descendants
{
    private const string Variable = "IRIS_RUN";

    private readonly string _run = Guid.NewGuid().ToString("N");

    /// <summary>Marks a process that is about to be started.</summary>
    public void Mark(ProcessStartInfo start) => start.Environment[Variable] = _run;

    /// <summary>The command lines of those that still run.</summary>
    public IEnumerable<string> Left() =>
        from folder in Directory.EnumerateDirectories("/proc")
        where int.TryParse(Path.GetFileName(folder), out _) && Read(folder, "environ").Contains($"{Variable}={_run}", StringComparison.Ordinal)
        let command = Read(folder, "cmdline")
        where command.Length > 0
        select command.Replace('\0', ' ');

    /// <summary>Waits until none is left, and tells those that stay.</summary>
    /// <param name="limit">How long.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <param name="compilerStays">Whether <c>dotnet run</c> is among them: what it builds with stays for the next build.</param>
    public async Task<IReadOnlyList<string>> UntilNoneIsLeftAsync(
        TimeSpan limit, CancellationToken cancellationToken, bool compilerStays = false)
    {
        var watch = Stopwatch.StartNew();
        while (Left().Where(command => !(compilerStays && IsOfTheCompiler(command))).ToArray() is { Length: > 0 } left)
        {
            if (watch.Elapsed > limit)
            {
                return left;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(50), cancellationToken);
        }

        return [];
    }

    private static bool IsOfTheCompiler(string command) =>
        command.Contains("MSBuild.dll", StringComparison.Ordinal) || command.Contains("VBCSCompiler", StringComparison.Ordinal);

    // A process may end between being listed and being read.
    private static string Read(string folder, string file)
    {
        try
        {
            return File.ReadAllText(Path.Combine(folder, file));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }
}
