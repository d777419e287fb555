using System.CommandLine;
using Iris.Ops.Aws;
using Iris.Ops.CommandLine;
using Iris.Ops.Stacks;

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

    private static async Task<ExitCode> RunAsync(ParseResult arguments, Operator someone, CancellationToken cancellationToken)
    {
        var name = arguments.GetValue(DeployArguments.Stack)!;
        var stack = await CloudFormation.FindAsync(name, cancellationToken) ?? throw OpsException.Unusable($"There is no stack '{name}'.");
        var (site, images, table) = (stack.Outputs.GetValueOrDefault("SiteBucketName"), stack.Outputs.GetValueOrDefault("ImageBucketName"), stack.Outputs.GetValueOrDefault("ImageTableName"));

        someone.Step($"This deletes the stack '{name}' with the site {stack.Outputs.GetValueOrDefault("SiteUrl")}");
        someone.Say($"emptied and deleted:  bucket {site} (the site)");
        someone.Say($"kept:                 bucket {images} (the images), table {table}");
        someone.Confirm($"Delete '{name}'?");

        if (arguments.GetValue(Actions.Confirm) != name)
        {
            someone.ConfirmByName($"Type the stack's name to delete it:", name);
        }

        await CloudFormation.ProtectAsync(name, isProtected: false, cancellationToken);

        if (site is not null)
        {
            _ = await AwsCli.RunAsync(["s3", "rm", $"s3://{site}", "--recursive", "--only-show-errors"], cancellationToken);
        }

        await new StackDeployment(someone).DeleteAsync(stack, cancellationToken);
        someone.Step($"'{name}' is gone. Its data is still in bucket {images} and table {table}");
        someone.Result(new { stack = name, kept = new { bucket = images, table } });

        return ExitCode.Done;
    }
}
