using System.CommandLine;
using Iris.Ops.CommandLine;
using Iris.Ops.Stacks;

namespace Iris.Ops.Deploying;

/// <summary>`ops deploy`</summary>
internal static class DeployCommand
{
    private static readonly Option<bool> s_noSmokeTest = new("--no-smoke-test") { Description = "Do not upload a picture at the end, and so do not go back if that fails." };

    public static Command Create() =>
        new Command("deploy", Help.Text(
            "Puts the packages and the site in place: shows the change set, asks, executes it, publishes, and uploads a picture as a test. If that fails, the previous release comes back.",
            "ops deploy --stack iris --parameter DomainName=iris.example.com",
            ExitCode.Failed, ExitCode.Unusable, ExitCode.Declined, ExitCode.RolledBack))
        {
            DeployArguments.Stack, DeployArguments.Parameters, DeployArguments.Packages, DeployArguments.Site, DeployArguments.Template, DeployArguments.GitHub,
            s_noSmokeTest, Actions.Yes,
        }.Run(RunAsync);

    private static async Task<ExitCode> RunAsync(ParseResult arguments, Operator someone, CancellationToken cancellationToken)
    {
        var name = arguments.GetValue(DeployArguments.Stack)!;
        var input = DeployArguments.Input(arguments);
        input.Require();
        var artifacts = await new Bootstrap(someone, Checkout.PathOf("cloudformation", "bootstrap.yaml"))
            .EnsureAsync(name, arguments.GetValue(DeployArguments.GitHub), cancellationToken);
        var release = await input.SendAsync(someone, artifacts, cancellationToken);
        var previous = (await artifacts.LatestAsync(name, 1, cancellationToken)).FirstOrDefault();
        var deployment = new Deployment(someone, name, artifacts);
        var before = await new StackDeployment(someone).PrepareAsync(name, cancellationToken);
        var changes = await deployment.PlanAsync(release, arguments.GetValue(DeployArguments.Parameters)!, before, cancellationToken);

        if (!Agree(someone, name, changes, release, previous))
        {
            someone.Result(new { stack = name, changed = false, siteUrl = before!.Outputs.GetValueOrDefault("SiteUrl") });
            return ExitCode.Done;
        }

        var stack = await deployment.ExecuteAsync(changes, release, before, cancellationToken);
        await ProtectAsync(name, isNew: before is not { State: StackState.Stands }, cancellationToken);
        await deployment.PublishSiteAsync(release, stack, cancellationToken);
        var code = arguments.GetValue(s_noSmokeTest) ? ExitCode.Done : await TestAsync(someone, deployment, stack, previous, cancellationToken);

        if (code is ExitCode.Done)
        {
            await artifacts.RecordAsync(name, release, cancellationToken);
            someone.Step($"{stack.Output("SiteUrl")} runs this release");
        }

        someone.Result(new { stack = name, changed = true, rolledBack = code is ExitCode.RolledBack, siteUrl = stack.Output("SiteUrl"), release, changes = changes?.Changes ?? [] });

        return code;
    }

    /// <summary>Shows what would change and asks; false when nothing would.</summary>
    private static bool Agree(Operator someone, string name, ChangeSet? changes, Release release, Release? previous)
    {
        if (changes is not null)
        {
            ChangeTable.Show(someone, changes);
            someone.Confirm($"Make these changes to '{name}'?");
        }
        else if (release.Equals(previous))
        {
            someone.Step($"Nothing changes: '{name}' runs this release already");
            return false;
        }
        else
        {
            someone.Step("The stack does not change");
            someone.Confirm("Publish the site?");
        }

        return true;
    }

    private static async Task ProtectAsync(string name, bool isNew, CancellationToken cancellationToken)
    {
        var policy = Checkout.PathOf("cloudformation", "stack-policy.json");

        if (isNew)
        {
            await CloudFormation.ProtectAsync(name, isProtected: true, cancellationToken);
        }

        if (isNew && File.Exists(policy))
        {
            await CloudFormation.SetPolicyAsync(name, policy, cancellationToken);
        }
    }

    private static async Task<ExitCode> TestAsync(Operator someone, Deployment deployment, Stack stack, Release? previous, CancellationToken cancellationToken)
    {
        try
        {
            await Deployment.TestAsync(someone, stack, cancellationToken);

            return ExitCode.Done;
        }
        catch (OpsException failure) when (previous is not null)
        {
            someone.Step(failure.Message);
            someone.Step($"Going back to the release of {previous.At:u}");
            await deployment.RestoreAsync(previous, cancellationToken);
            someone.Step("The previous release is back in place");

            return ExitCode.RolledBack;
        }
    }
}
