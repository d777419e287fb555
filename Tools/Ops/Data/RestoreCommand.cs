using System.CommandLine;
using Iris.Catalog;
using Iris.Deployment;
using Iris.Ops.CommandLine;

namespace Iris.Ops.Data;

/// <summary>`ops restore`</summary>
internal static class RestoreCommand
{
    public static Command Create() =>
        new Command("restore", Help.Text(
            $"Brings one deleted image back within {DeletedImages.Lifetime.Days} days: whoever uploaded it owns it again, and it is processed anew. Only on a stack: the bucket of this machine keeps nothing that was deleted.",
            "ops restore werc8gmrzge196qvyk49jvxs4g --stack iris",
            ExitCode.Failed, ExitCode.Unusable))
        {
            ImageArgument.Id,
        }.RunOnData(RunAsync);

    private static async Task RunAsync(ParseResult arguments, OperatorConsole console, DataTarget data, CancellationToken cancellationToken)
    {
        if (data.Stack is null)
        {
            throw OperationException.Unusable("The bucket of this machine keeps no versions: what was deleted here is gone. Name a stack with --stack.");
        }

        var id = arguments.GetValue(ImageArgument.Id);
        var isDryRun = arguments.IsDryRun();
        var outcome = await data.Get<ImageRestoration>().RestoreAsync(id, isDryRun, cancellationToken);
        console.Step(outcome switch
        {
            RestorationOutcome.Restored when isDryRun => $"The image {id} can be brought back",
            RestorationOutcome.Restored => $"The image {id} is back, and on its way to be processed",
            RestorationOutcome.Present => throw OperationException.Failed($"The image {id} is there on {data.Name}: nothing has to be brought back."),
            RestorationOutcome.WithoutOriginal => throw OperationException.Failed($"The bucket keeps no version of the original of {id}."),
            _ => throw OperationException.Failed($"No image {id} was deleted on {data.Name} within {DeletedImages.Lifetime.Days} days."),
        });
        console.Result(new { id = $"{id}", restored = !isDryRun });
    }
}
