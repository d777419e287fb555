using System.CommandLine;
using Iris.Deployment;
using Iris.Deployment.Releases;
using Iris.Ops.CommandLine;

namespace Iris.Ops.Deploying;

/// <summary>`ops destroy`</summary>
internal static class DestroyCommand
{
    public static Command Create() =>
        new Command("destroy", Help.Text(
            "Deletes the stack: functions, API, distribution, site. Asks twice. The images and their table stay, and are named.",
            "ops destroy --stack iris",
            ExitCode.Failed, ExitCode.Unusable, ExitCode.Declined))
        {
            DeployArguments.Stack, Actions.Confirm, Actions.Yes,
        }.Run(RunAsync);

    private static async Task RunAsync(ParseResult arguments, OperatorConsole console, CancellationToken cancellationToken)
    {
        var name = arguments.GetValue(DeployArguments.Stack)!;
        var kept = await new Destruction(console, name).RunAsync(cancellationToken);
        console.Result(new { stack = name, kept = new { bucket = kept.ImageBucket, table = kept.ImageTable } });
    }
}
