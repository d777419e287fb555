using System.CommandLine;
using Iris.Deployment;
using Iris.Deployment.Releases;
using Iris.Ops.CommandLine;

namespace Iris.Ops.Deploying;

/// <summary>`ops diff`</summary>
internal static class DiffCommand
{
    private static readonly Option<string?> s_review = new("--review")
    {
        Description = "Keep the change set, and write to this file what `deploy --reviewed FILE` executes.",
        HelpName = "FILE",
    };

    public static Command Create() =>
        new Command("diff", Help.Text(
            "Shows what deploy would change, and changes nothing but the artifact bucket, which gets the template.",
            "ops diff --stack iris",
            ExitCode.Failed, ExitCode.Unusable))
        {
            DeployArguments.Stack, DeployArguments.Parameters, DeployArguments.Packages, DeployArguments.Site, DeployArguments.Template, s_review,
        }.Run(RunAsync);

    private static async Task RunAsync(ParseResult arguments, OperatorConsole console, CancellationToken cancellationToken)
    {
        var name = arguments.GetValue(DeployArguments.Stack)!;
        var (input, parameters) = (DeployArguments.Input(arguments), arguments.GetValue(DeployArguments.Parameters)!);
        var comparison = new Comparison(console, name);
        Difference difference;
        if (arguments.GetValue(s_review) is { } path)
        {
            difference = await comparison.ReviewAsync(input, parameters, cancellationToken);
            await difference.Review.WriteAsync(path, cancellationToken);
        }
        else
        {
            difference = await comparison.RunAsync(input, parameters, cancellationToken);
        }

        console.Result(new { stack = name, site = difference.Site, changes = difference.Changes });
    }
}
