using System.Globalization;
using System.Runtime.InteropServices;
using Spectre.Console;

namespace Iris.Benchmarks;

/// <summary>A table on the console that can be pasted into docs/performance.md as it is.</summary>
internal sealed class Report
{
    // Wider than any of our tables: none is to be broken to fit a terminal.
    private const int Width = 250;

    private readonly Table _table;

    public Report(string title, params string[] columns)
    {
        _table = new Table().Title(title).MarkdownBorder();
        _table.AddColumns(columns);
    }

    public Report Row(params string[] cells)
    {
        _table.AddRow(cells);
        return this;
    }

    public void Print()
    {
        AnsiConsole.Profile.Width = Width;
        AnsiConsole.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{RuntimeInformation.OSDescription}, {Environment.ProcessorCount} cores, .NET {Environment.Version}, {DateTime.UtcNow:yyyy-MM-dd}"));
        AnsiConsole.Write(_table);
    }

    public static string Megabytes(long bytes) => (bytes / 1e6).ToString("0", CultureInfo.InvariantCulture) + " MB";

    public static string Ratio(double ours, double theirs) => (ours / theirs).ToString("0.00", CultureInfo.InvariantCulture);
}
