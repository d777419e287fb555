using System.Text.Json;
using Iris.Ops.Aws;

namespace Iris.Ops.Deploying;

/// <summary>The bucket of everything that can be deployed, and of the record of what was. Artifacts are named by content and sent once.</summary>
internal sealed class ArtifactBucket(string name)
{
    public string Name => name;

    /// <summary>Whether it had to be sent.</summary>
    public async Task<bool> PutOnceAsync(string key, string path, CancellationToken cancellationToken)
    {
        if (await ExistsAsync(key, cancellationToken))
        {
            return false;
        }

        _ = await AwsCli.RunAsync(["s3", "cp", path, $"s3://{name}/{key}", "--only-show-errors"], cancellationToken);

        return true;
    }

    public Task GetAsync(string key, string path, CancellationToken cancellationToken) =>
        AwsCli.RunAsync(["s3", "cp", $"s3://{name}/{key}", path, "--only-show-errors"], cancellationToken);

    public async Task RecordAsync(string stack, Release release, CancellationToken cancellationToken)
    {
        var path = Path.GetTempFileName();

        try
        {
            await File.WriteAllBytesAsync(path, JsonSerializer.SerializeToUtf8Bytes(release, JsonSerializerOptions.Web), cancellationToken);
            _ = await AwsCli.RunAsync(["s3", "cp", path, $"s3://{name}/{Folder(stack)}{release.At:yyyyMMdd'T'HHmmssfff}Z.json", "--only-show-errors"], cancellationToken);
        }
        finally
        {
            File.Delete(path);
        }
    }

    /// <summary>The releases of a stack, the latest first, as many as there are up to <paramref name="limit"/>.</summary>
    public async Task<IReadOnlyList<Release>> LatestAsync(string stack, int limit, CancellationToken cancellationToken)
    {
        var answer = await AwsCli.RunAsync(["s3api", "list-objects-v2", "--bucket", name, "--prefix", Folder(stack), "--query", "Contents[].Key || `[]`"], cancellationToken);
        List<Release> releases = [];

        foreach (var key in JsonSerializer.Deserialize<string[]>(answer)!.OrderDescending(StringComparer.Ordinal).Take(limit))
        {
            releases.Add(JsonSerializer.Deserialize<Release>(await AwsCli.RunAsync(["s3", "cp", $"s3://{name}/{key}", "-"], cancellationToken), JsonSerializerOptions.Web)!);
        }

        return releases;
    }

    private async Task<bool> ExistsAsync(string key, CancellationToken cancellationToken)
    {
        try
        {
            _ = await AwsCli.RunAsync(["s3api", "head-object", "--bucket", name, "--key", key], cancellationToken);

            return true;
        }
        catch (AwsException refusal) when (refusal.Code is "404" or "NoSuchKey" or "NotFound")
        {
            return false;
        }
    }

    private static string Folder(string stack) => $"deployments/{stack}/";
}
