using System.CommandLine;
using Iris.Deployment;
using Iris.Deployment.Releases;
using Iris.Ops.CommandLine;

namespace Iris.Ops.Deploying;

/// <summary>`ops rollback`</summary>
internal static class RollbackCommand
{
    public static Command Create() =>
        new Command("rollback", Help.Text(
            "Puts the previous release back: its template, its functions, its parameters, its site. Data stay. After a deployment that did not end it is the release before that. A second rollback undoes the first.",
            "ops rollback --stack iris",
            ExitCode.Failed, ExitCode.Unusable, ExitCode.Declined))
        {
            DeployArguments.Stack, Actions.Yes,
        }.Run(RunAsync);

    private static async Task RunAsync(ParseResult arguments, OperatorConsole console, CancellationToken cancellationToken)
    {
        var name = arguments.GetValue(DeployArguments.Stack)!;
        var artifacts = await Bootstrap.FindAsync(name, cancellationToken)
            ?? throw OperationException.Unusable("Nothing has been deployed here yet.");
        var deployment = new ReleaseDeployment(console, name, artifacts);
        var plan = await deployment.PlanRollbackAsync(cancellationToken);
        await deployment.AgreeToRollbackAsync(plan, cancellationToken);
        await deployment.RollBackAsync(plan, cancellationToken);
        console.Result(new { stack = name, release = plan.Release, changes = plan.Changes?.Changes ?? [] });
    }
}
