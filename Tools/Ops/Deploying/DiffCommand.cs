using System.CommandLine;
using Iris.Ops.CommandLine;
using Iris.Ops.Stacks;

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

    private static async Task<ExitCode> RunAsync(ParseResult arguments, Operator someone, CancellationToken cancellationToken)
    {
        var name = arguments.GetValue(DeployArguments.Stack)!;
        var stack = await CloudFormation.FindAsync(name, cancellationToken);

        if (stack is not { State: StackState.Stands } || await Bootstrap.FindAsync(name, cancellationToken) is not { } artifacts)
        {
            throw OpsException.Unusable($"There is no stack '{name}' to compare with ({stack?.Status ?? "none"}). The first 'ops deploy' shows all that it creates, and asks.");
        }

        var release = await DeployArguments.Input(arguments).SendTemplateAsync(someone, artifacts, cancellationToken);
        var changes = await new Deployment(someone, name, artifacts).PlanAsync(release, arguments.GetValue(DeployArguments.Parameters)!, stack, cancellationToken);

        if (changes is null)
        {
            someone.Step("The stack does not change");
        }
        else
        {
            ChangeTable.Show(someone, changes);
            await CloudFormation.DeleteChangeSetAsync(name, changes.Name, cancellationToken);
        }

        var latest = (await artifacts.LatestAsync(name, 1, cancellationToken)).FirstOrDefault();
        var site = latest?.Site != release.Site;
        someone.Step(site ? "The site changes" : "The site does not change");
        someone.Result(new { stack = name, site, changes = changes?.Changes ?? [] });

        return ExitCode.Done;
    }
}
