using System.CommandLine;
using Iris.Ops.CommandLine;
using Iris.Ops.Deploying;
using Iris.Seed;

namespace Iris.Ops.Data;

/// <summary>`ops seed`</summary>
internal static class SeedCommand
{
    public static Command Create() =>
        new Command("seed", Help.Text(
            $"Fills the gallery with {Collection.Count} pictures, uploaded through the site as a visitor does, and waits until each is ready. Pictures that are there already cost nothing.",
            "ops seed --stack iris-test",
            ExitCode.Failed, ExitCode.Unusable)).RunOnData(RunAsync);

    private static async Task RunAsync(ParseResult arguments, Operator someone, DataTarget data, CancellationToken cancellationToken)
    {
        var pictures = await ReadAsync(cancellationToken);
        someone.Step($"{pictures.Count} pictures for {data.Name}");

        if (arguments.IsDryRun())
        {
            someone.Result(pictures.Select(static it => new { it.FileName, size = it.Bytes.Length }));

            return;
        }

        using var site = SiteClient.Connect(data.Stack is { } stack ? new Uri($"{stack.Output("SiteUrl")}/") : LocalAddresses.Site);
        var seeded = await ProgressBar.RunAsync(
            someone, "pictures processed", pictures.Count, progress => new Seeder(site).SendAsync(pictures, _ => progress.Report(1), cancellationToken));

        foreach (var picture in seeded.Where(static it => it.Status != "ready"))
        {
            someone.Say($"{picture.FileName}: {picture.Status}");
        }

        someone.Result(seeded);
    }

    private static async Task<IReadOnlyList<Picture>> ReadAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await Collection.ReadAsync(Checkout.PathOf("Seed", "Photographs"), cancellationToken);
        }
        catch (InvalidOperationException failure)
        {
            throw OpsException.Failed(failure.Message);
        }
    }
}
