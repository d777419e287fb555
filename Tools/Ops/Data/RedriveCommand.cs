using System.CommandLine;
using Iris.Deployment;
using Iris.Ops.CommandLine;

namespace Iris.Ops.Data;

/// <summary>`ops redrive`</summary>
internal static class RedriveCommand
{
    public static Command Create() =>
        new Command("redrive", Help.Text(
            "Sends every event again that failed for good: of a stack those in the on-failure queue, here those that Lambda keeps. What has been processed or deleted since is left in peace.",
            "ops redrive --stack iris --dry-run",
            ExitCode.Failed, ExitCode.Unusable)).RunOnData(RunAsync);

    private static async Task RunAsync(ParseResult arguments, OperatorConsole console, DataTarget data, CancellationToken cancellationToken)
    {
        var queue = data.Stack is { } stack ? new FailedEvents(stack) : null;
        var found = queue is null ? await LocalFailures.CountAsync(cancellationToken) : await queue.CountAsync(cancellationToken);
        var (sent, unreadable) = (0, 0);
        console.Step(found == 0 ? $"There is no failed event on {data.Name}" : $"{found} failed events on {data.Name}");

        if (found > 0 && !arguments.IsDryRun())
        {
            (sent, unreadable) = queue is null
                ? (await LocalFailures.RedriveAsync(cancellationToken), 0)
                : await ProgressBar.RunAsync(
                    console, "events looked at", found, progress => queue.RedriveAsync(progress, cancellationToken));
            console.Say($"{sent} sent again, {unreadable} are no event of Iris and stay");
        }

        console.Result(new { found, sent, unreadable });
    }
}
