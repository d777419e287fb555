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
        ConcurrentBag<ReprocessingOutcome> outcomes = [];
        console.Step($"{images.Count} images on {data.Name}");

        if (images.Count > 0 && !arguments.IsDryRun())
        {
            await console.ConfirmAsync($"Process {images.Count} images again?", cancellationToken);
            await ProgressBar.RunAsync(console, "images sent", images.Count, SendAsync);
        }

        var (sent, skipped, withoutOriginal) = (
            Count(ReprocessingOutcome.Sent), Count(ReprocessingOutcome.Skipped), Count(ReprocessingOutcome.WithoutOriginal));
        console.Say($"{sent} sent, {skipped} in another state meanwhile, {withoutOriginal} without an original");
        console.Result(new { found = images.Count, sent, skipped, withoutOriginal });

        int Count(ReprocessingOutcome outcome) => outcomes.Count(other => other == outcome);

        async Task<int> SendAsync(IProgress<long> progress)
        {
            await Parallel.ForEachAsync(images, new ParallelOptions { MaxDegreeOfParallelism = AtATime, CancellationToken = cancellationToken }, async (image, token) =>
            {
                outcomes.Add(await reprocessing.SendAsync(image, states, token));
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
