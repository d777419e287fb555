using Iris.Ops.CommandLine;
using Iris.Ops.Stacks;

namespace Iris.Ops.Deploying;

/// <summary>Puts a release in place: the stack by a change set, then the site, then the test of both.</summary>
internal sealed class Deployment(Operator someone, string stackName, ArtifactBucket artifacts)
{
    /// <summary>What the bucket's CORS admits until the distribution exists and has a name.</summary>
    public const string PendingOrigin = "https://pending.invalid";

    private const string SiteOrigins = nameof(SiteOrigins);

    private readonly StackDeployment _stacks = new(someone);

    /// <summary>The change set of a release, or null when the stack is as the release says.</summary>
    public async Task<ChangeSet?> PlanAsync(Release release, IReadOnlyDictionary<string, string> said, Stack? stack, CancellationToken cancellationToken)
    {
        var parameters = new Dictionary<string, string>(said)
        {
            ["ArtifactBucket"] = artifacts.Name,
            ["ImageApiArtifact"] = release.ImageApi,
            ["ImageProcessorArtifact"] = release.ImageProcessor,
        };

        if (stack is null or { State: StackState.Planned })
        {
            _ = parameters.TryAdd(SiteOrigins, PendingOrigin);
        }

        return await _stacks.PlanAsync(new StackChange(stackName, TemplateSource.InBucket(artifacts.Name, release.Template), parameters), stack, cancellationToken);
    }

    /// <summary>Executes a plan. A site whose address came into being or changed is let in afterwards.</summary>
    public async Task<Stack> ExecuteAsync(ChangeSet? changes, Release release, Stack? before, CancellationToken cancellationToken)
    {
        var stack = changes is null ? before! : await _stacks.ExecuteAsync(changes, cancellationToken);
        var origins = stack.Parameters.GetValueOrDefault(SiteOrigins);
        var site = stack.Output("SiteUrl");

        if (origins == site || (origins != PendingOrigin && origins != before?.Outputs.GetValueOrDefault("SiteUrl")))
        {
            return stack;
        }

        someone.Step($"Letting pages of {site} upload");
        var opening = await PlanAsync(release, new Dictionary<string, string> { [SiteOrigins] = site }, stack, cancellationToken);

        return opening is null ? stack : await _stacks.ExecuteAsync(opening, cancellationToken);
    }

    /// <summary>Publishes the release's site.</summary>
    public async Task PublishSiteAsync(Release release, Stack stack, CancellationToken cancellationToken)
    {
        var temporary = Directory.CreateTempSubdirectory("iris-site-");

        try
        {
            var folder = await SiteBundle.UnpackAsync(artifacts, release.Site, temporary.FullName, cancellationToken);
            await new Site(someone, stack).PublishAsync(folder, cancellationToken);
        }
        finally
        {
            temporary.Delete(recursive: true);
        }
    }

    /// <summary>Puts an earlier release back, without asking: whoever said yes to the later one wants a site that works.</summary>
    public async Task RestoreAsync(Release release, CancellationToken cancellationToken)
    {
        var stack = await _stacks.PrepareAsync(stackName, cancellationToken);
        var changes = await PlanAsync(release, new Dictionary<string, string>(), stack, cancellationToken);
        stack = await ExecuteAsync(changes, release, stack, cancellationToken);
        await PublishSiteAsync(release, stack, cancellationToken);
    }

    public static async Task TestAsync(Operator someone, Stack stack, CancellationToken cancellationToken)
    {
        var site = new Uri(stack.Output("SiteUrl") + "/");
        someone.Step($"Testing {site}");
        using var images = SignIn.Connect(site);
        await new SmokeTest(images, site).RunAsync(cancellationToken);
        someone.Say("a picture went from its upload to ready");
    }
}
