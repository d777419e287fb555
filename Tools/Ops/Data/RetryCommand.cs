using System.CommandLine;
using Iris.Catalog;
using Iris.Deployment;
using Iris.Ops.CommandLine;

namespace Iris.Ops.Data;

/// <summary>`ops retry`</summary>
internal static class RetryCommand
{
    public static Command Create() =>
        new Command("retry", Help.Text(
            "Processes one failed image once more, whoever uploaded it.",
            "ops retry werc8gmrzge196qvyk49jvxs4g --stack iris",
            ExitCode.Failed, ExitCode.Unusable))
        {
            ImageArgument.Id,
        }.RunOnData(RunAsync);

    private static async Task RunAsync(ParseResult arguments, OperatorConsole console, DataTarget data, CancellationToken cancellationToken)
    {
        var id = arguments.GetValue(ImageArgument.Id);

        if (arguments.IsDryRun())
        {
            var image = await data.Get<ImageCatalog>().FindAsync(id, cancellationToken);
            console.Step(image is null ? $"There is no image {id} on {data.Name}" : $"The image {id} on {data.Name} is {image.Status}");
            console.Result(new { id = $"{id}", sent = false });
            return;
        }

        var sent = await data.Get<ImageRetry>().RetryAsync(id, cancellationToken) switch
        {
            RetryOutcome.Pending => true,
            RetryOutcome.NotFailed { Image.Status: var status } => throw OperationException.Failed($"The image {id} is {status}, not failed."),
            RetryOutcome.WithoutOriginal => throw OperationException.Failed($"The original of the image {id} is gone."),
            _ => throw OperationException.Failed($"There is no image {id} on {data.Name}."),
        };
        console.Step($"The image {id} is on its way");
        console.Result(new { id = $"{id}", sent });
    }
}
