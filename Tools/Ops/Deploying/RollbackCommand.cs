using System.CommandLine;
using Iris.Ops.CommandLine;
using Iris.Ops.Stacks;

namespace Iris.Ops.Deploying;

/// <summary>`ops rollback`</summary>
internal static class RollbackCommand
{
    public static Command Create() =>
        new Command("rollback", Help.Text(
            "Puts the previous release back: its template, its functions, its site. Parameters and data stay. A second rollback undoes the first.",
            "ops rollback --stack iris",
            ExitCode.Failed, ExitCode.Unusable, ExitCode.Declined))
        {
            DeployArguments.Stack, Actions.Yes,
        }.Run(RunAsync);

    private static async Task<ExitCode> RunAsync(ParseResult arguments, Operator someone, CancellationToken cancellationToken)
    {
        var name = arguments.GetValue(DeployArguments.Stack)!;
        var artifacts = await Bootstrap.FindAsync(name, cancellationToken) ?? throw OpsException.Unusable("Nothing has been deployed here yet.");
        var releases = await artifacts.LatestAsync(name, 2, cancellationToken);

        if (releases is not [_, var previous])
        {
            throw OpsException.Unusable($"'{name}' has {releases.Count} releases, and there is nothing before the latest.");
        }

        var deployment = new Deployment(someone, name, artifacts);
        var before = await new StackDeployment(someone).PrepareAsync(name, cancellationToken)
            ?? throw OpsException.Unusable($"There is no stack '{name}'.");
        var changes = await deployment.PlanAsync(previous, new Dictionary<string, string>(), before, cancellationToken);

        if (changes is not null)
        {
            ChangeTable.Show(someone, changes);
        }

        someone.Confirm($"Go back to the release of {previous.At:u}?");
        var stack = await deployment.ExecuteAsync(changes, previous, before, cancellationToken);
        await deployment.PublishSiteAsync(previous, stack, cancellationToken);
        await artifacts.RecordAsync(name, previous with { At = DateTimeOffset.UtcNow }, cancellationToken);
        someone.Step($"{stack.Output("SiteUrl")} runs the release of {previous.At:u}");
        someone.Result(new { stack = name, release = previous, changes = changes?.Changes ?? [] });

        return ExitCode.Done;
    }
}
