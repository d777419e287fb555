using System.CommandLine;
using System.Globalization;
using Iris.Deployment;
using Iris.Ops.CommandLine;

namespace Iris.Ops.Data;

/// <summary>`ops clean-data`</summary>
internal static class CleanDataCommand
{
    public static Command Create() =>
        new Command("clean-data", Help.Text(
            "Deletes every image with all that belongs to it: rows, labels, statistics, originals, derivatives. Asks, and twice on a stack. A run that was interrupted is completed by the next.",
            "ops clean-data --stack iris-test --dry-run",
            ExitCode.Failed, ExitCode.Unusable, ExitCode.Declined))
        {
            Actions.Confirm, Actions.Yes,
        }.RunOnData(RunAsync);

    private static async Task RunAsync(ParseResult arguments, OperatorConsole console, DataTarget data, CancellationToken cancellationToken)
    {
        var clearing = data.Get<CatalogClearing>();
        var contents = await clearing.CountAsync(cancellationToken);
        var deletes = !contents.IsEmpty && !arguments.IsDryRun();
        console.Step(contents.IsEmpty ? $"There is nothing on {data.Name}" : $"On {data.Name}: {Describe(contents)}");

        if (deletes)
        {
            await AskAsync(console, data, cancellationToken);
            await ProgressBar.RunAsync(console, "rows and objects deleted", contents.Items + contents.Objects, async progress =>
            {
                await clearing.ClearAsync(progress, cancellationToken);
                return contents;
            });
        }

        console.Result(new { deleted = deletes, contents.Images, contents.Items, contents.Objects, contents.Bytes });
    }

    private static async Task AskAsync(OperatorConsole console, DataTarget data, CancellationToken cancellationToken)
    {
        await console.ConfirmAsync($"Delete all of that on {data.Name}, for good?", cancellationToken);
        if (data.Stack is { Name: var name })
        {
            await console.ConfirmByNameAsync("Type the stack's name to delete its images:", name, cancellationToken);
        }
    }

    private static string Describe(CatalogContents contents) => string.Create(
        CultureInfo.InvariantCulture,
        $"{contents.Images:N0} images ({contents.Items:N0} items of the table, {contents.Objects:N0} objects of {contents.Bytes / 1e6:N1} MB)");
}
