using Iris.Ops.Aws;
using Iris.Ops.CommandLine;
using Iris.Ops.Stacks;

namespace Iris.Ops.Deploying;

/// <summary>
/// Puts the static export in place, in an order in which no visitor meets a page whose scripts are missing: hashed files first, pages
/// next, and what is no longer needed goes last.
/// </summary>
internal sealed class Site(Operator someone, Stack stack)
{
    private const string Hashed = "_next/static/*";
    private const string Forever = "public, max-age=31536000, immutable";
    private const string Ask = "no-cache";

    public async Task PublishAsync(string folder, CancellationToken cancellationToken)
    {
        var target = $"s3://{stack.Output("SiteBucketName")}";
        someone.Step($"Publishing the site to {target}");

        // A hashed file with the same size is the same file; a page may change and keep its size.
        await S3Async(["sync", folder, target, "--exclude", "*", "--include", Hashed, "--size-only", "--cache-control", Forever], cancellationToken);
        await S3Async(["cp", folder, target, "--recursive", "--exclude", Hashed, "--cache-control", Ask], cancellationToken);
        await InvalidateAsync(cancellationToken);
        await S3Async(["sync", folder, target, "--delete", "--size-only", "--cache-control", Ask], cancellationToken);
    }

    private async Task InvalidateAsync(CancellationToken cancellationToken)
    {
        var answer = await AwsCli.CallAsync<InvalidationAnswer>(
            ["cloudfront", "create-invalidation", "--distribution-id", stack.Output("DistributionId"), "--paths", "/*"], cancellationToken);
        someone.Say($"invalidation {answer.Invalidation.Id}; CloudFront takes a minute or two to forget the old pages");
    }

    private static Task S3Async(IEnumerable<string> arguments, CancellationToken cancellationToken) =>
        AwsCli.RunAsync([.. arguments.Prepend("s3"), "--only-show-errors"], cancellationToken);

    private sealed record InvalidationAnswer(Invalidation Invalidation);

    private sealed record Invalidation(string Id);
}
