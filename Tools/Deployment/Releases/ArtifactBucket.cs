using System.Security.Cryptography;
using System.Text.Json;
using Iris.Deployment.Aws;

namespace Iris.Deployment.Releases;

/// <summary>
/// The bucket of everything that can be deployed, and of the record of what was. Artifacts are named by content and sent once.
/// </summary>
public sealed class ArtifactBucket(string name)
{
    public string Name => name;

    /// <summary>Whether it had to be sent. What is there already is held to its name.</summary>
    public async Task<bool> PutOnceAsync(string key, string path, CancellationToken cancellationToken)
    {
        if (await ExistsAsync(key, cancellationToken))
        {
            await RequireAsync(key, cancellationToken);
            return false;
        }

        await AwsCli.RunAsync(["s3", "cp", path, $"s3://{name}/{key}", "--only-show-errors"], cancellationToken);
        return true;
    }

    /// <summary>
    /// Fetches an artifact and holds it to the digest that is its name: a release is a list of names that somebody agreed to, and whoever put
    /// something else under one of them would deploy without anybody's agreement.
    /// </summary>
    public async Task GetAsync(string key, string path, CancellationToken cancellationToken)
    {
        await AwsCli.RunAsync(["s3", "cp", $"s3://{name}/{key}", path, "--only-show-errors"], cancellationToken);
        await using var file = File.OpenRead(path);
        var digest = Convert.ToHexStringLower(await SHA256.HashDataAsync(file, cancellationToken));
        if (digest != Path.GetFileNameWithoutExtension(key))
        {
            throw OperationException.Failed(
                $"s3://{name}/{key} is not what its name says: its SHA-256 is {digest}. Nothing was deployed from it. "
                + "Find out who replaced it, and delete it: the next deployment sends it again.");
        }
    }

    /// <summary>The text of an artifact, held to its name as well.</summary>
    public async Task<string> ReadAsync(string key, CancellationToken cancellationToken)
    {
        var path = Path.GetTempFileName();
        try
        {
            await GetAsync(key, path, cancellationToken);
            return await File.ReadAllTextAsync(path, cancellationToken);
        }
        finally
        {
            File.Delete(path);
        }
    }

    /// <summary>Ends the command when something of a release is not what its name says.</summary>
    public async Task RequireAsync(Release release, CancellationToken cancellationToken)
    {
        foreach (var key in new[] { release.Template, release.ImageApi, release.ImageProcessor, release.Site })
        {
            await RequireAsync(key, cancellationToken);
        }
    }

    /// <summary>Writes down what became of a release; a second record of the same time replaces the first.</summary>
    public async Task RecordAsync(string stack, Release release, CancellationToken cancellationToken)
    {
        var path = Path.GetTempFileName();
        try
        {
            await File.WriteAllBytesAsync(path, JsonSerializer.SerializeToUtf8Bytes(release, JsonSerializerOptions.Web), cancellationToken);
            await AwsCli.RunAsync(
                ["s3", "cp", path, $"s3://{name}/{Folder(stack)}{release.At:yyyyMMdd'T'HHmmssfff}Z.json", "--only-show-errors"],
                cancellationToken);
        }
        finally
        {
            File.Delete(path);
        }
    }

    /// <summary>The last two releases of a stack, and whether another was begun since.</summary>
    public async Task<ReleaseHistory> HistoryAsync(string stack, CancellationToken cancellationToken)
    {
        var answer = await AwsCli.RunAsync(
            ["s3api", "list-objects-v2", "--bucket", name, "--prefix", Folder(stack), "--query", "Contents[].Key || `[]`"],
            cancellationToken);
        List<Release> deployed = [];
        var isUnfinished = false;
        foreach (var key in JsonSerializer.Deserialize<string[]>(answer)!.OrderDescending(StringComparer.Ordinal))
        {
            var record = await AwsCli.RunAsync(["s3", "cp", $"s3://{name}/{key}", "-"], cancellationToken);
            var release = JsonSerializer.Deserialize<Release>(record, JsonSerializerOptions.Web)!;
            isUnfinished |= deployed is [] && release.State is ReleaseState.Begun;
            if (release.State is ReleaseState.Deployed)
            {
                deployed.Add(release);
            }

            if (deployed.Count == 2)
            {
                break;
            }
        }

        return new ReleaseHistory(isUnfinished, deployed.FirstOrDefault(), deployed.ElementAtOrDefault(1));
    }

    private async Task RequireAsync(string key, CancellationToken cancellationToken)
    {
        var path = Path.GetTempFileName();
        try
        {
            await GetAsync(key, path, cancellationToken);
        }
        finally
        {
            File.Delete(path);
        }
    }

    private async Task<bool> ExistsAsync(string key, CancellationToken cancellationToken)
    {
        try
        {
            await AwsCli.RunAsync(["s3api", "head-object", "--bucket", name, "--key", key], cancellationToken);
            return true;
        }
        catch (AwsException refusal) when (refusal.Code is "404" or "NoSuchKey" or "NotFound")
        {
            return false;
        }
    }

    private static string Folder(string stack) => $"deployments/{stack}/";
}
