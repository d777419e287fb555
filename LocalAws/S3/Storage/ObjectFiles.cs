using System.Security.Cryptography;
using System.Text;

namespace LocalAws.S3.Storage;

/// <summary>
/// Where bytes lie. No name that a client chose becomes part of a path, but the bucket's, whose rule leaves no way out: an
/// object lies under the SHA-256 of its key, and each write in a file of its own, so that readers keep what they opened.
/// </summary>
internal sealed class ObjectFiles(string root)
{
    public string StagingDirectory { get; } = Path.Combine(root, "staging");

    private string ObjectsDirectory { get; } = Path.Combine(root, "objects");

    public string PathOf(string bucket, string key, long sequence)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));
        return Path.Combine(ObjectsDirectory, bucket, hash[..2], $"{hash}.{sequence:x16}");
    }

    public StagedFile Stage() => new(Path.Combine(StagingDirectory, Guid.CreateVersion7().ToString("n")));

    /// <summary>Removes what a crash may have left: bodies half received, and files between their rename and their record.</summary>
    public void Sweep(StoreState state)
    {
        if (Directory.Exists(StagingDirectory))
        {
            Directory.Delete(StagingDirectory, recursive: true);
        }

        Directory.CreateDirectory(StagingDirectory);
        HashSet<string> referenced = new(
            state.Buckets.Values.SelectMany(
                bucket => bucket.Objects.From("").Select(stored => PathOf(bucket.Name, stored.Key, stored.Sequence))),
            StringComparer.Ordinal);
        foreach (var path in FilesUnder(ObjectsDirectory).Where(path => !referenced.Contains(path)))
        {
            File.Delete(path);
        }
    }

    private static IEnumerable<string> FilesUnder(string directory) =>
        Directory.Exists(directory) ? Directory.EnumerateFiles(directory, "*", SearchOption.AllDirectories) : [];
}
