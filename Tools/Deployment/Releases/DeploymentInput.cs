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
    public Task<Release> SendAsync(IDeploymentConsole console, ArtifactBucket artifacts, CancellationToken cancellationToken) =>
        SendAsync(console, artifacts, static _ => true, cancellationToken);

    /// <summary>
    /// Sends the template alone, which is all that CloudFormation has to read to say what would change, and all that a reviewer may send.
    /// </summary>
    public Task<Release> SendTemplateAsync(IDeploymentConsole console, ArtifactBucket artifacts, CancellationToken cancellationToken) =>
        SendAsync(console, artifacts, static key => key.StartsWith("templates/", StringComparison.Ordinal), cancellationToken);

    private async Task<Release> SendAsync(
        IDeploymentConsole console, ArtifactBucket artifacts, Func<string, bool> isWanted, CancellationToken cancellationToken)
    {
        console.Step($"Sending artifacts to s3://{artifacts.Name}");
        var temporary = Directory.CreateTempSubdirectory("iris-site-");

        try
        {
            var (sitePath, siteKey) = await SiteBundle.CreateAsync(Site, temporary.FullName, cancellationToken);
            var templateKey =
                $"templates/{Convert.ToHexStringLower(SHA256.HashData(await File.ReadAllBytesAsync(Template, cancellationToken)))}.yaml";
            var (api, processor) = (Find(Function.ImageApi), Find(Function.ImageProcessor));

            foreach (var (path, key) in new[] { api, processor, (Path: sitePath, Key: siteKey), (Path: Template, Key: templateKey) }.Where(it => isWanted(it.Key)))
            {
                console.Say(await artifacts.PutOnceAsync(key, path, cancellationToken) ? $"sent {key}" : $"there already: {key}");
            }

            return new Release(DateTimeOffset.UtcNow, templateKey, api.Key, processor.Key, siteKey);
        }
        finally
        {
            temporary.Delete(recursive: true);
        }
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
