using System.Security.Cryptography;
using Iris.Deployment.Packaging;

namespace Iris.Deployment.Releases;

/// <summary>What is on this machine to be deployed.</summary>
public sealed record DeploymentInput(string Template, string Packages, string Site)
{
    /// <summary>Ends the command when something is missing, before anything is done.</summary>
    public void Require()
    {
        Find(Function.ImageApi);
        Find(Function.ImageProcessor);
        SiteBuild.Require(Site);
    }

    /// <summary>Sends to the artifact bucket what is not there, and says what the release consists of.</summary>
    public async Task<Release> SendAsync(IDeploymentConsole console, ArtifactBucket artifacts, CancellationToken cancellationToken)
    {
        var temporary = Directory.CreateTempSubdirectory("iris-site-");
        try
        {
            var (release, sitePath) = await DescribeAsync("templates", temporary.FullName, cancellationToken);
            console.Step($"Sending artifacts to s3://{artifacts.Name}");
            (string Path, string Key)[] files =
                [Find(Function.ImageApi), Find(Function.ImageProcessor), (sitePath, release.Site), (Template, release.Template)];
            foreach (var (path, key) in files)
            {
                console.Say(await artifacts.PutOnceAsync(key, path, cancellationToken) ? $"sent {key}" : $"there already: {key}");
            }

            return release;
        }
        finally
        {
            temporary.Delete(recursive: true);
        }
    }

    /// <summary>
    /// Sends the template alone, which is all that CloudFormation has to read to say what would change, to where a reviewer may send it and
    /// no deployment reads.
    /// </summary>
    public async Task<Release> SendForReviewAsync(IDeploymentConsole console, ArtifactBucket artifacts, CancellationToken cancellationToken)
    {
        var temporary = Directory.CreateTempSubdirectory("iris-site-");
        try
        {
            var (release, _) = await DescribeAsync("reviews", temporary.FullName, cancellationToken);
            console.Step($"Sending the template to s3://{artifacts.Name}");
            var sent = await artifacts.PutOnceAsync(release.Template, Template, cancellationToken);
            console.Say(sent ? $"sent {release.Template}" : $"there already: {release.Template}");
            return release;
        }
        finally
        {
            temporary.Delete(recursive: true);
        }
    }

    private async Task<(Release Release, string SitePath)> DescribeAsync(string templates, string temporary, CancellationToken cancellationToken)
    {
        var (sitePath, siteKey) = await SiteBundle.CreateAsync(Site, temporary, cancellationToken);
        var digest = Convert.ToHexStringLower(SHA256.HashData(await File.ReadAllBytesAsync(Template, cancellationToken)));
        var (api, processor) = (Find(Function.ImageApi).Key, Find(Function.ImageProcessor).Key);
        return (new Release(DateTimeOffset.UtcNow, $"{templates}/{digest}.yaml", api, processor, siteKey), sitePath);
    }

    private (string Path, string Key) Find(Function function)
    {
        string[] found = Directory.Exists(Packages) ? Directory.GetFiles(Packages, $"{function.Name}-*.zip") : [];
        return found is [var path]
            ? (path, $"functions/{function.Name}/{Path.GetFileName(path)[(function.Name.Length + 1)..]}")
            : throw OperationException.Unusable(
                $"{Packages} has to hold one zip of {function.Name}, and holds {found.Length}. 'ops package' makes it.");
    }
}
