using System.CommandLine;
using System.Globalization;
using Iris.Deployment;
using Iris.Ops.CommandLine;
using Spectre.Console;

namespace Iris.Ops.Data;

/// <summary>`ops reindex`</summary>
internal static class ReindexCommand
{
    public static Command Create() =>
        new Command("reindex", Help.Text(
            "Works out from the images themselves what they are found and counted by: the gallery's index, the entries of labels, the counters of labels and days. Corrects what differs; the site may be in use.",
            "ops reindex --stack iris --dry-run",
            ExitCode.Failed, ExitCode.Unusable)).RunOnData(RunAsync);

    private static async Task RunAsync(ParseResult arguments, OperatorConsole console, DataTarget data, CancellationToken cancellationToken)
    {
        var dryRun = arguments.IsDryRun();
        var indexes = await ProgressBar.RunAsync(
            console, "images looked up", null, progress => data.Get<IndexRepair>().RunAsync(dryRun, progress, cancellationToken));
        var counters = await ProgressBar.RunAsync(
            console, "images counted", null, progress => data.Get<CounterRecount>().RunAsync(dryRun, progress, cancellationToken));
        console.Step($"{(dryRun ? "To repair" : "Repaired")} on {data.Name}: {indexes.FeedKeys} images in the gallery, {indexes.LabelEntries} label entries, {counters.Corrections.Count} counters");
        Show(console, counters.Corrections);
        console.Result(new { indexes.FeedKeys, indexes.LabelEntries, counters.Corrections, counters.IsSettled });

        if (!counters.IsSettled)
        {
            throw OperationException.Failed("Images kept changing while they were counted: run it again at a quieter time.");
        }
    }

    private static void Show(OperatorConsole console, IReadOnlyList<CounterCorrection> corrections)
    {
        if (corrections is [])
        {
            return;
        }

        var table = new Table().AddColumns("counter", "was", "is");

        foreach (var correction in corrections)
        {
            table.AddRow(
                Markup.Escape(correction.Counter),
                correction.Was.ToString(CultureInfo.InvariantCulture),
                correction.Is.ToString(CultureInfo.InvariantCulture));
        }

        console.Screen.Write(table);
    }
}
