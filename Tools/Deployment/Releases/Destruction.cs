using Iris.Deployment.Aws;
using Iris.Deployment.Stacks;

namespace Iris.Deployment.Releases;

/// <summary>Deletes a stack: functions, API, distribution, site. Asks twice. The images and their table stay, and are named.</summary>
public sealed class Destruction(IDeploymentConsole console, string stackName)
{
    public async Task<KeptData> RunAsync(CancellationToken cancellationToken)
    {
        var stack = await CloudFormation.FindAsync(stackName, cancellationToken)
            ?? throw OperationException.Unusable($"There is no stack '{stackName}'.");
        var site = stack.Outputs.GetValueOrDefault("SiteBucketName");
        var kept = new KeptData(stack.Outputs.GetValueOrDefault("ImageBucketName"), stack.Outputs.GetValueOrDefault("ImageTableName"));

        console.Step($"This deletes the stack '{stackName}' with the site {stack.Outputs.GetValueOrDefault("SiteUrl")}");
        console.Say($"emptied and deleted:  bucket {site} (the site)");
        console.Say($"kept:                 bucket {kept.ImageBucket} (the images), table {kept.ImageTable}");
        await console.ConfirmAsync($"Delete '{stackName}'?", cancellationToken);
        await console.ConfirmByNameAsync("Type the stack's name to delete it:", stackName, cancellationToken);

        await CloudFormation.ProtectAsync(stackName, isProtected: false, cancellationToken);
        if (site is not null)
        {
            await AwsCli.RunAsync(["s3", "rm", $"s3://{site}", "--recursive", "--only-show-errors"], cancellationToken);
        }

        await new StackDeployment(console).DeleteAsync(stack, cancellationToken);
        console.Step($"'{stackName}' is gone. Its data is still in bucket {kept.ImageBucket} and table {kept.ImageTable}");
        return kept;
    }
}

/// <summary>What a destroyed stack leaves.</summary>
public sealed record KeptData(string? ImageBucket, string? ImageTable);
