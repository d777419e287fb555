using System.CommandLine;
using Iris.Deployment;
using Iris.Deployment.Releases;
using Iris.Ops.CommandLine;

namespace Iris.Ops.Deploying;

/// <summary>`ops deploy`</summary>
internal static class DeployCommand
{
    private static readonly Option<bool> s_noSmokeTest = new("--no-smoke-test")
    {
        Description = "Do not upload a picture at the end, and so do not go back if that fails.",
    };

    private static readonly Option<string?> s_reviewed = new("--reviewed")
    {
        Description = "What `diff --review FILE` wrote: its very change set is executed, and nothing if that is stale.",
        HelpName = "FILE",
    };

    public static Command Create() =>
        new Command("deploy", Help.Text(
            $"Puts the packages and the site in place: shows the change set, asks, executes it, publishes, and uploads a picture as a test; where sign-in is on with the token in {SignIn.Variable}. If that fails, the previous release comes back.",
            "ops deploy --stack iris --parameter DomainName=iris.example.com",
            ExitCode.Failed, ExitCode.Unusable, ExitCode.Declined, ExitCode.RolledBack))
        {
            DeployArguments.Stack, DeployArguments.Parameters, DeployArguments.Packages, DeployArguments.Site, DeployArguments.Template, DeployArguments.GitHub,
            s_reviewed, s_noSmokeTest, Actions.Yes,
        }.Run(RunAsync);

    private static async Task RunAsync(ParseResult arguments, OperatorConsole console, CancellationToken cancellationToken)
    {
        var name = arguments.GetValue(DeployArguments.Stack)!;
        var input = DeployArguments.Input(arguments);
        input.Require();
        var review = arguments.GetValue(s_reviewed) is { } path ? await Review.ReadAsync(path, cancellationToken) : null;
        var artifacts = await new Bootstrap(console).EnsureAsync(name, arguments.GetValue(DeployArguments.GitHub), cancellationToken);
        var release = await input.SendAsync(console, artifacts, cancellationToken);
        var deployment = new ReleaseDeployment(console, name, artifacts);
        var plan = await deployment.PlanAsync(release, arguments.GetValue(DeployArguments.Parameters)!, review, cancellationToken);
        if (plan.IsNothing)
        {
            console.Step($"Nothing changes: '{name}' runs this release already");
            console.Result(new { stack = name, changed = false, siteUrl = plan.Before!.Outputs.GetValueOrDefault("SiteUrl") });
            return;
        }

        await deployment.AgreeAsync(plan, cancellationToken);
        var stack = await deployment.ChangeStackAsync(plan, cancellationToken);
        stack = await deployment.PublishAsync(plan, stack, cancellationToken);
        if (!arguments.GetValue(s_noSmokeTest))
        {
            await deployment.TestAsync(plan, stack, cancellationToken);
        }

        await deployment.FinishAsync(plan, stack, cancellationToken);
        console.Result(
            new { stack = name, changed = true, siteUrl = stack.Output("SiteUrl"), release, changes = plan.Changes?.Changes ?? [] });
    }
}
