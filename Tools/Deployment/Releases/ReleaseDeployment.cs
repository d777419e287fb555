using Iris.Deployment.Aws;
using Iris.Deployment.Stacks;

namespace Iris.Deployment.Releases;

/// <summary>
/// Puts a release in place, in steps: a plan that somebody agrees to, the stack by a change set, the site, the test of both, the record.
/// Should a step fail after the stack has changed, template, functions, parameters and site of the release before it come back.
/// </summary>
public sealed class ReleaseDeployment(IDeploymentConsole console, string stackName, ArtifactBucket artifacts)
{
    /// <summary>What the bucket's CORS admits until the distribution exists and has a name.</summary>
    public const string PendingOrigin = "https://pending.invalid";

    private const string SiteOrigins = nameof(SiteOrigins);
    private const string OidcIssuer = nameof(OidcIssuer);

    private readonly StackDeployment _stacks = new(console);
    private readonly Site _site = new(console, artifacts);

    /// <summary>
    /// Works out a deployment, or takes the one that was reviewed. Parameters that are not said stay as they are.
    /// </summary>
    public async Task<DeploymentPlan> PlanAsync(
        Release release, IReadOnlyDictionary<string, string> said, Review? review, CancellationToken cancellationToken)
    {
        var history = await artifacts.HistoryAsync(stackName, cancellationToken);
        var before = await _stacks.PrepareAsync(stackName, cancellationToken);
        var changes = review is null
            ? await ChangesAsync(release, said, before, cancellationToken)
            : await ReviewedChangesAsync(review, release, said, before, cancellationToken);
        var issuer = said.GetValueOrDefault(OidcIssuer) ?? before?.Parameters.GetValueOrDefault(OidcIssuer);
        return new DeploymentPlan(release, history, before, changes, HasSignIn: issuer is { Length: > 0 });
    }

    /// <summary>
    /// Works out the way back: to the release before the one that runs, or to that one when what is there is not what was recorded of it.
    /// </summary>
    public async Task<DeploymentPlan> PlanRollbackAsync(CancellationToken cancellationToken)
    {
        var history = await artifacts.HistoryAsync(stackName, cancellationToken);
        var running = history.Running ?? throw OperationException.Unusable($"'{stackName}' has no release that was deployed.");
        await artifacts.RequireAsync(running, cancellationToken);
        var before = await _stacks.PrepareAsync(stackName, cancellationToken)
            ?? throw OperationException.Unusable($"There is no stack '{stackName}'.");
        var changes = await ChangesAsync(running, running.Parameters, before, cancellationToken);
        if (changes is not null || history.IsUnfinished)
        {
            console.Step("What is there is not the release that was deployed last, but what a deployment left that did not end, or a change by hand");
            return new DeploymentPlan(running, history, before, changes, HasSignIn: false);
        }

        var earlier = history.Earlier
            ?? throw OperationException.Unusable($"'{stackName}' has one release, and there is nothing before it.");
        await artifacts.RequireAsync(earlier, cancellationToken);
        return new DeploymentPlan(
            earlier, history, before, await ChangesAsync(earlier, earlier.Parameters, before, cancellationToken), HasSignIn: false);
    }

    /// <summary>The change set of a release, for somebody to agree to; null when the stack is as the release says.</summary>
    public Task<ChangeSet?> ChangesToReviewAsync(
        Release release, IReadOnlyDictionary<string, string> said, Stack stack, CancellationToken cancellationToken) =>
        _stacks.PlanForReviewAsync(ChangeTo(release, said, stack), stack, cancellationToken);

    private StackChange ChangeTo(Release release, IReadOnlyDictionary<string, string>? said, Stack? stack)
    {
        var parameters = new Dictionary<string, string>(said ?? new Dictionary<string, string>())
        {
            ["ArtifactBucket"] = artifacts.Name,
            ["ImageApiArtifact"] = release.ImageApi,
            ["ImageProcessorArtifact"] = release.ImageProcessor,
        };
        if (stack is null or { State: StackState.Planned })
        {
            parameters.TryAdd(SiteOrigins, PendingOrigin);
        }

        return new StackChange(stackName, TemplateSource.InBucket(artifacts.Name, release.Template), parameters);
    }

    private Task<ChangeSet?> ChangesAsync(
        Release release, IReadOnlyDictionary<string, string>? said, Stack? stack, CancellationToken cancellationToken) =>
        _stacks.PlanAsync(ChangeTo(release, said, stack), stack, cancellationToken);

    private async Task<ChangeSet?> ReviewedChangesAsync(
        Review review, Release release, IReadOnlyDictionary<string, string> said, Stack? stack, CancellationToken cancellationToken)
    {
        review.Require(release);
        if (review.ChangeSet is { } arn && stack is not null)
        {
            var template = await artifacts.ReadAsync(release.Template, cancellationToken);
            return await ReviewedChangeSet.FindAsync(arn, ChangeTo(release, said, stack), template, stack, cancellationToken);
        }

        return await ChangesAsync(release, said, stack, cancellationToken) is null
            ? null
            : throw ReviewedChangeSet.Stale($"When it was reviewed nothing of '{stackName}' was to change, and now something would.");
    }

    /// <summary>Shows a plan and asks.</summary>
    public async Task AgreeAsync(DeploymentPlan plan, CancellationToken cancellationToken)
    {
        if (!plan.CanUpload)
        {
            console.Step($"Sign-in is on, and {SignIn.Variable} holds no token: the test at the end will look at the site and the API, and upload nothing");
        }

        if (plan.Changes is { } changes)
        {
            ChangeTable.Show(console.Screen, changes);
            await console.ConfirmAsync($"Make these changes to '{stackName}'?", cancellationToken);
        }
        else
        {
            console.Step("The stack does not change");
            await console.ConfirmAsync("Publish the site?", cancellationToken);
        }
    }

    /// <summary>Shows the way back and asks.</summary>
    public Task AgreeToRollbackAsync(DeploymentPlan plan, CancellationToken cancellationToken)
    {
        if (plan.Changes is { } changes)
        {
            ChangeTable.Show(console.Screen, changes);
        }

        return console.ConfirmAsync($"Go back to the release of {plan.Release.At:u}?", cancellationToken);
    }

    /// <summary>Changes the stack. Should that fail, CloudFormation itself takes it back.</summary>
    public async Task<Stack> ChangeStackAsync(DeploymentPlan plan, CancellationToken cancellationToken)
    {
        var stack = plan.Changes is null ? plan.Before! : await _stacks.ExecuteAsync(plan.Changes, cancellationToken);
        await RecordAsync(plan, stack, ReleaseState.Begun, cancellationToken);
        if (plan.IsCreation)
        {
            await CloudFormation.ProtectAsync(stackName, isProtected: true, cancellationToken);
            await CloudFormation.SetPolicyAsync(stackName, Checkout.PathOf("cloudformation", "stack-policy.json"), cancellationToken);
        }

        return stack;
    }

    /// <summary>Lets the site's pages upload, once its address is known, and publishes it.</summary>
    public Task<Stack> PublishAsync(DeploymentPlan plan, Stack stack, CancellationToken cancellationToken) => OrGoBackAsync(
        plan,
        async () =>
        {
            stack = await LetInAsync(plan.Release, stack, plan.Before, cancellationToken);
            await _site.PublishAsync(plan.Release, plan.History.Running, stack, cancellationToken);
            return stack;
        },
        cancellationToken);

    /// <summary>Does what a visitor does, or looks alone where that takes a token.</summary>
    public Task TestAsync(DeploymentPlan plan, Stack stack, CancellationToken cancellationToken) => OrGoBackAsync(
        plan,
        async () =>
        {
            var site = new Uri(stack.Output("SiteUrl") + "/");
            console.Step($"Testing {site}");
            using var images = SignIn.Connect(site);
            var test = new SmokeTest(images, site);
            await (plan.CanUpload ? test.RunAsync(cancellationToken) : test.LookAsync(cancellationToken));
            console.Say(
                plan.CanUpload ? "a picture went from its upload to ready" : "the site opens and the API answers; nothing was uploaded");
            return stack;
        },
        cancellationToken);

    /// <summary>Records that the release runs.</summary>
    public async Task FinishAsync(DeploymentPlan plan, Stack stack, CancellationToken cancellationToken)
    {
        await RecordAsync(plan, stack, ReleaseState.Deployed, cancellationToken);
        console.Step($"{stack.Output("SiteUrl")} runs the release of {plan.Release.At:u}");
    }

    /// <summary>Goes back as planned. There is no test: what comes back has passed it.</summary>
    public async Task RollBackAsync(DeploymentPlan plan, CancellationToken cancellationToken)
    {
        var stack = plan.Changes is null ? plan.Before! : await _stacks.ExecuteAsync(plan.Changes, cancellationToken);
        stack = await LetInAsync(plan.Release, stack, plan.Before, cancellationToken);
        await _site.PublishAsync(plan.Release, plan.History.Running, stack, cancellationToken);
        await FinishAsync(plan, stack, cancellationToken);
    }

    private Task RecordAsync(DeploymentPlan plan, Stack stack, ReleaseState state, CancellationToken cancellationToken) =>
        artifacts.RecordAsync(
            stackName, plan.Release with { At = plan.At, State = state, Parameters = stack.Parameters }, cancellationToken);

    private async Task<Stack> LetInAsync(Release release, Stack stack, Stack? before, CancellationToken cancellationToken)
    {
        var origins = stack.Parameters.GetValueOrDefault(SiteOrigins);
        var site = stack.Output("SiteUrl");
        if (origins == site || (origins != PendingOrigin && origins != before?.Outputs.GetValueOrDefault("SiteUrl")))
        {
            return stack;
        }

        console.Step($"Letting pages of {site} upload");
        var opening = await ChangesAsync(release, new Dictionary<string, string> { [SiteOrigins] = site }, stack, cancellationToken);
        return opening is null ? stack : await _stacks.ExecuteAsync(opening, cancellationToken);
    }

    private async Task<Stack> OrGoBackAsync(DeploymentPlan plan, Func<Task<Stack>> step, CancellationToken cancellationToken)
    {
        try
        {
            return await step();
        }
        catch (Exception failure) when (failure is OperationException or AwsException && plan.History.Running is not null)
        {
            console.Step(failure.Message);
            await GoBackAsync(plan, plan.History.Running, cancellationToken);
            throw OperationException.RolledBack($"{failure.Message} The release of {plan.History.Running.At:u} is back in place.");
        }
    }

    /// <summary>Without asking: whoever said yes to the later release wants a site that works.</summary>
    private async Task GoBackAsync(DeploymentPlan plan, Release running, CancellationToken cancellationToken)
    {
        console.Step($"Going back to the release of {running.At:u}");
        await artifacts.RequireAsync(running, cancellationToken);
        var stack = await _stacks.PrepareAsync(stackName, cancellationToken);
        var changes = await ChangesAsync(running, running.Parameters ?? plan.Before?.Parameters, stack, cancellationToken);
        stack = changes is null ? stack! : await _stacks.ExecuteAsync(changes, cancellationToken);
        stack = await LetInAsync(running, stack, plan.Before, cancellationToken);
        await _site.PublishAsync(running, plan.Release, stack, cancellationToken);
        await RecordAsync(plan, stack, ReleaseState.TakenBack, cancellationToken);
    }
}
