using System.CommandLine;
using Iris.Deployment;
using Iris.Ops.CommandLine;

namespace Iris.Ops.Data;

/// <summary>`ops sweep`</summary>
internal static class SweepCommand
{
    public static Command Create() =>
        new Command("sweep", Help.Text(
            "Removes what nobody will ask for again: images announced a day ago and never uploaded, images half deleted, and objects and label entries of more than an hour that belong to no image. Shows them, and asks.",
            "ops sweep --stack iris --dry-run",
            ExitCode.Failed, ExitCode.Unusable, ExitCode.Declined))
        {
            Actions.Yes,
        }.RunOnData(RunAsync);

    private static async Task RunAsync(ParseResult arguments, OperatorConsole console, DataTarget data, CancellationToken cancellationToken)
    {
        var found = await SweepAsync(dryRun: true);
        console.Step(found.IsEmpty ? $"There is nothing to sweep on {data.Name}" : $"On {data.Name}: {Describe(found)}");

        if (!found.IsEmpty && !arguments.IsDryRun())
        {
            await console.ConfirmAsync("Remove them?", cancellationToken);
            found = await SweepAsync(dryRun: false);
            console.Step($"Removed: {Describe(found)}");
        }

        console.Result(found);

        Task<SweepResult> SweepAsync(bool dryRun) => ProgressBar.RunAsync(
            console, "rows and objects looked at", null, progress => data.Get<ImageSweep>().RunAsync(dryRun, progress, cancellationToken));
    }

    private static string Describe(SweepResult found) =>
        $"{found.ExpiredImages.Count} expired images, {found.HalfDeletedImages.Count} half deleted ones, {found.OrphanObjects.Count} objects and {found.OrphanLabelEntries} label entries without an image";
}
