using System.Collections.Concurrent;
using System.CommandLine;
using Iris.Catalog;
using Iris.Deployment;
using Iris.Ops.CommandLine;

namespace Iris.Ops.Data;

/// <summary>`ops reprocess`</summary>
internal static class ReprocessCommand
{
    // Enough to hide the latency of each, and little against the processor's concurrency.
    private const int AtATime = 8;

    private static readonly Option<DateTimeOffset> s_since = new("--since")
    {
        Description = "Images from then on: a time (2026-11-25T08:00Z), a date, or how long ago (90m, 24h, 7d).",
        Required = true,
        CustomParser = PointInTime.Parse,
    };

    private static readonly Option<ImageStatus[]> s_status = Status();

    public static Command Create() =>
        new Command("reprocess", Help.Text(
            "Processes images again as if their bytes had just arrived. Until they are ready, search and statistics go without them. Asks.",
            "ops reprocess --since 24h --status ready --dry-run",
            ExitCode.Failed, ExitCode.Unusable, ExitCode.Declined))
        {
            s_since, s_status, Actions.Yes,
        }.RunOnData(RunAsync);

    private static async Task RunAsync(ParseResult arguments, OperatorConsole console, DataTarget data, CancellationToken cancellationToken)
    {
        var (reprocessing, states) = (data.Get<ImageReprocessing>(), arguments.GetValue(s_status)!.ToHashSet());
        var images = await reprocessing.FindAsync(arguments.GetValue(s_since), states, cancellationToken).ToListAsync(cancellationToken);
        ConcurrentBag<(Image Image, ReprocessingOutcome Outcome)> outcomes = [];
        console.Step($"{images.Count} images on {data.Name}");

        if (images.Count > 0 && !arguments.IsDryRun())
        {
            await console.ConfirmAsync($"Process {images.Count} images again?", cancellationToken);
            await ProgressBar.RunAsync(console, "images sent", images.Count, SendAsync);
        }

        var (sent, skipped) = (Of(ReprocessingOutcome.Sent).Length, Of(ReprocessingOutcome.Skipped).Length);
        var withoutOriginal = Of(ReprocessingOutcome.WithoutOriginal);
        foreach (var gone in withoutOriginal)
        {
            console.Say($"{gone.Id}: its original is gone ({gone.FileName}, {gone.CreatedAt:yyyy-MM-dd})");
        }

        console.Say($"{sent} sent, {skipped} in another state meanwhile, {withoutOriginal.Length} without an original");
        console.Result(new { found = images.Count, sent, skipped, withoutOriginal = withoutOriginal.Select(static image => image.Id.ToString()) });

        Image[] Of(ReprocessingOutcome outcome) => [.. outcomes.Where(it => it.Outcome == outcome).Select(static it => it.Image)];

        async Task<int> SendAsync(IProgress<long> progress)
        {
            await Parallel.ForEachAsync(images, new ParallelOptions { MaxDegreeOfParallelism = AtATime, CancellationToken = cancellationToken }, async (image, token) =>
            {
                outcomes.Add((image, await reprocessing.SendAsync(image, states, token)));
                progress.Report(1);
            });
            return outcomes.Count;
        }
    }

    private static Option<ImageStatus[]> Status()
    {
        var option = new Option<ImageStatus[]>("--status")
        {
            Description = "Only images in this state; may be repeated.",
            DefaultValueFactory = static _ => [ImageStatus.Failed],
            AllowMultipleArgumentsPerToken = true,
        };
        option.AcceptOnlyFromAmong("failed", "rejected", "ready");
        return option;
    }
}
