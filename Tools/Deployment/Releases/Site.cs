using Iris.Deployment.Aws;
using Iris.Deployment.Stacks;

namespace Iris.Deployment.Releases;

/// <summary>
/// Puts the static export in place, in an order in which no visitor meets a page whose scripts are missing: hashed files first, pages
/// next, and what is no longer needed goes last. Hashed files of the release before stay: a page that was opened yesterday asks for them.
/// </summary>
public sealed class Site(IDeploymentConsole console, ArtifactBucket artifacts)
{
    private const string HashedFolder = "_next/static";
    private const string Hashed = $"{HashedFolder}/*";
    private const string Forever = "public, max-age=31536000, immutable";
    private const string Ask = "no-cache";

    /// <summary>Publishes a release's site.</summary>
    /// <param name="release">Which.</param>
    /// <param name="before">The one that visitors may have opened; null when there was none.</param>
    /// <param name="stack">Where it goes.</param>
    /// <param name="cancellationToken">Ends the run, and leaves a site that works.</param>
    public async Task PublishAsync(Release release, Release? before, Stack stack, CancellationToken cancellationToken)
    {
        var target = $"s3://{stack.Output("SiteBucketName")}";
        var temporary = Directory.CreateTempSubdirectory("iris-site-");
        console.Step($"Publishing the site to {target}");
        try
        {
            var folder = await SiteBundle.UnpackAsync(artifacts, release.Site, temporary.FullName, cancellationToken);
            string[] pages = [.. PagesIn(folder)];
            if (before is not null)
            {
                await SiteBundle.AddAsync(artifacts, before.Site, HashedFolder, folder, cancellationToken);
            }

            // A hashed file with the same size is the same file; a page may change and keep its size.
            await S3Async(
                ["sync", folder, target, "--exclude", "*", "--include", Hashed, "--size-only", "--cache-control", Forever],
                cancellationToken);
            await S3Async(["cp", folder, target, "--recursive", "--exclude", Hashed, "--cache-control", Ask], cancellationToken);
            await InvalidateAsync(pages, stack, cancellationToken);
            await S3Async(["sync", folder, target, "--delete", "--size-only", "--cache-control", Ask], cancellationToken);
        }
        finally
        {
            temporary.Delete(recursive: true);
        }
    }

    // What has a hash in its name never changes: CloudFront keeps it.
    private static IEnumerable<string> PagesIn(string folder) => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
        .Select(path => Path.GetRelativePath(folder, path).Replace('\\', '/'))
        .Where(static name => !name.StartsWith($"{HashedFolder}/", StringComparison.Ordinal))
        .Order(StringComparer.Ordinal)
        .Select(static name => $"/{Uri.EscapeDataString(name).Replace("%2F", "/", StringComparison.Ordinal)}");

    private async Task InvalidateAsync(string[] pages, Stack stack, CancellationToken cancellationToken)
    {
        var answer = await AwsCli.CallAsync<InvalidationAnswer>(
            ["cloudfront", "create-invalidation", "--distribution-id", stack.Output("DistributionId"), "--paths", "/", .. pages],
            cancellationToken);
        console.Say($"invalidation {answer.Invalidation.Id}; CloudFront takes a minute or two to forget the old pages");
    }

    private static Task S3Async(IEnumerable<string> arguments, CancellationToken cancellationToken) =>
        AwsCli.RunAsync([.. arguments.Prepend("s3"), "--only-show-errors"], cancellationToken);

    private sealed record InvalidationAnswer(Invalidation Invalidation);

    private sealed record Invalidation(string Id);
}
