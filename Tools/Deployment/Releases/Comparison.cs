using Iris.Deployment.Stacks;

namespace Iris.Deployment.Releases;

/// <summary>What a deployment would change. Nothing is changed but the artifact bucket, which gets the template.</summary>
public sealed class Comparison(IDeploymentConsole console, string stackName)
{
    /// <summary>Shows what would change, and forgets it.</summary>
    public async Task<Difference> RunAsync(
        DeploymentInput input, IReadOnlyDictionary<string, string> parameters, CancellationToken cancellationToken)
    {
        var difference = await ReviewAsync(input, parameters, cancellationToken);
        if (difference.Review.ChangeSet is { } changeSet)
        {
            await CloudFormation.DeleteChangeSetAsync(stackName, changeSet, cancellationToken);
        }

        return difference;
    }

    /// <summary>Shows what would change, and keeps the change set for the deployment that is agreed to.</summary>
    public async Task<Difference> ReviewAsync(
        DeploymentInput input, IReadOnlyDictionary<string, string> parameters, CancellationToken cancellationToken)
    {
        var stack = await CloudFormation.FindAsync(stackName, cancellationToken);
        if (stack is not { State: StackState.Stands } || await Bootstrap.FindAsync(stackName, cancellationToken) is not { } artifacts)
        {
            throw OperationException.Unusable($"There is no stack '{stackName}' to compare with ({stack?.Status ?? "none"}). The first deployment shows all that it creates, and asks.");
        }

        var release = await input.SendForReviewAsync(console, artifacts, cancellationToken);
        var changes = await new ReleaseDeployment(console, stackName, artifacts)
            .ChangesToReviewAsync(release, parameters, stack, cancellationToken);
        if (changes is null)
        {
            console.Step("The stack does not change");
        }
        else
        {
            ChangeTable.Show(console.Screen, changes);
        }

        var history = await artifacts.HistoryAsync(stackName, cancellationToken);
        var site = history.IsUnfinished || history.Running?.Site != release.Site;
        console.Step(site ? "The site changes" : "The site does not change");
        return new Difference(new Review(changes?.Arn, release), site, changes?.Changes ?? []);
    }
}

/// <summary>What is there and what would be are two.</summary>
/// <param name="Review">What is agreed to by whoever agrees to it.</param>
/// <param name="Site">Whether the site changes.</param>
/// <param name="Changes">What CloudFormation would do.</param>
public sealed record Difference(Review Review, bool Site, IReadOnlyList<ResourceChange> Changes);
