using System.CommandLine;
using Iris.Deployment;
using Iris.Deployment.Releases;
using Iris.Ops.CommandLine;

namespace Iris.Ops.Deploying;

/// <summary>`ops diff`</summary>
internal static class DiffCommand
{
    public static Command Create() =>
        new Command("diff", Help.Text(
            "Shows what deploy would change, and changes nothing but the artifact bucket, which gets the template.",
            "ops diff --stack iris",
            ExitCode.Failed, ExitCode.Unusable))
        {
            DeployArguments.Stack, DeployArguments.Parameters, DeployArguments.Packages, DeployArguments.Site, DeployArguments.Template,
        }.Run(RunAsync);

    private static async Task RunAsync(ParseResult arguments, OperatorConsole console, CancellationToken cancellationToken)
    {
        var name = arguments.GetValue(DeployArguments.Stack)!;
        var difference = await new Comparison(console, name)
            .RunAsync(DeployArguments.Input(arguments), arguments.GetValue(DeployArguments.Parameters)!, cancellationToken);
        console.Result(new { stack = name, site = difference.Site, changes = difference.Changes });
    }
}
