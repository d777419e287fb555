using System.CommandLine;
using Iris.Catalog;
using Iris.Deployment;
using Iris.Ops.CommandLine;

namespace Iris.Ops.Data;

/// <summary>`ops delete`</summary>
internal static class DeleteCommand
{
    public static Command Create() =>
        new Command("delete", Help.Text(
            "Deletes one image with all that belongs to it, whoever uploaded it. Asks.",
            "ops delete werc8gmrzge196qvyk49jvxs4g --stack iris",
            ExitCode.Failed, ExitCode.Unusable, ExitCode.Declined))
        {
            ImageArgument.Id, Actions.Yes,
        }.RunOnData(RunAsync);

    private static async Task RunAsync(ParseResult arguments, OperatorConsole console, DataTarget data, CancellationToken cancellationToken)
    {
        var id = arguments.GetValue(ImageArgument.Id);
        var image = await data.Get<ImageCatalog>().FindAsync(id, cancellationToken);
        var deletes = image is not null && !arguments.IsDryRun();
        console.Step(image is null ? $"There is no image {id} on {data.Name}" : $"{image.FileName}, {image.Status}, of {image.CreatedAt:u}, on {data.Name}");

        if (deletes)
        {
            await console.ConfirmAsync("Delete it?", cancellationToken);
            await data.Get<ImageDeletion>().DeleteAsync(id, cancellationToken);
        }

        console.Result(new { id = $"{id}", deleted = deletes });
    }
}
