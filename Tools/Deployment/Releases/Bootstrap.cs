using System.Text.RegularExpressions;
using Iris.Deployment.Stacks;

namespace Iris.Deployment.Releases;

/// <summary>
/// What has to be there before the first deployment: the artifact bucket, by a stack of its own that is created when it is absent.
/// </summary>
public sealed partial class Bootstrap(IDeploymentConsole console)
{
    public const string StackName = "iris-bootstrap";

    private readonly StackDeployment _deployment = new(console);

    /// <summary>
    /// The bucket, or null when there is none yet. A stack that stands knows its own: the role that deploys it may look at no other.
    /// </summary>
    public static async Task<ArtifactBucket?> FindAsync(string stackName, CancellationToken cancellationToken)
    {
        var stack = await CloudFormation.FindAsync(stackName, cancellationToken);

        if (stack?.Parameters.GetValueOrDefault("ArtifactBucket") is { } known)
        {
            return new ArtifactBucket(known);
        }

        return await CloudFormation.FindAsync(StackName, cancellationToken) is { State: StackState.Stands } bootstrap
            ? new ArtifactBucket(bootstrap.Output("ArtifactBucketName"))
            : null;
    }

    public async Task<ArtifactBucket> EnsureAsync(string stackName, string? repository, CancellationToken cancellationToken)
    {
        if (await FindAsync(stackName, cancellationToken) is { } bucket)
        {
            return bucket;
        }

        console.Step($"There is no '{StackName}' here: the first deployment to this account and region creates it");
        repository ??= await OriginAsync(cancellationToken);
        await new GitHubEnvironment(console, repository).RequireReviewersAsync(cancellationToken);
        var stack = await _deployment.PrepareAsync(StackName, cancellationToken);
        Dictionary<string, string> parameters = new() { ["StackName"] = stackName, ["GitHubRepository"] = repository };
        var changes = await _deployment.PlanAsync(
            new StackChange(StackName, TemplateSource.File(Checkout.PathOf("cloudformation", "bootstrap.yaml")), parameters),
            stack,
            cancellationToken);
        ChangeTable.Show(console.Screen, changes!);
        await console.ConfirmAsync($"Create '{StackName}'?", cancellationToken);
        stack = await _deployment.ExecuteAsync(changes!, cancellationToken);
        await CloudFormation.ProtectAsync(StackName, isProtected: true, cancellationToken);
        return new ArtifactBucket(stack.Output("ArtifactBucketName"));
    }

    /// <summary>Whose workflows may deploy: the repository that this clone comes from.</summary>
    private static async Task<string> OriginAsync(CancellationToken cancellationToken)
    {
        var result = await Programs.RunAsync("git", ["remote", "get-url", "origin"], cancellationToken, Checkout.Root);
        var match = GitHub().Match(result.StandardOutput.Trim());
        return match.Success
            ? match.Groups["name"].Value
            : throw OperationException.Unusable(
                "Which repository on GitHub may deploy? This clone has none as its origin: pass --github OWNER/NAME.");
    }

    [GeneratedRegex(@"github\.com[:/](?<name>[\w.-]+/[\w.-]+?)(\.git)?$")]
    private static partial Regex GitHub();
}
