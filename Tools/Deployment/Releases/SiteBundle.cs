using System.IO.Compression;
using System.Security.Cryptography;
using Iris.Deployment.Packaging;

namespace Iris.Deployment.Releases;

/// <summary>
/// The static export as one file named by its content, so that a rollback can bring the site back that belongs to the functions.
/// </summary>
public static class SiteBundle
{
    /// <summary>Zips a folder; answers the zip's path and its key.</summary>
    public static async Task<(string Path, string Key)> CreateAsync(string folder, string target, CancellationToken cancellationToken)
    {
        SiteBuild.Require(folder);

        var files = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Select(path => ZipContent.File(Path.GetRelativePath(folder, path).Replace('\\', '/'), File.ReadAllBytes(path)));
        var zip = ReproducibleZip.Create(files);
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(zip));
        var zipPath = Path.Combine(target, $"{sha256}.zip");
        await File.WriteAllBytesAsync(zipPath, zip, cancellationToken);
        return (zipPath, $"site/{sha256}.zip");
    }

    /// <summary>Takes a bundle out of the artifact bucket and unpacks it.</summary>
    public static async Task<string> UnpackAsync(ArtifactBucket artifacts, string key, string target, CancellationToken cancellationToken)
    {
        var zip = await FetchAsync(artifacts, key, target, cancellationToken);
        var folder = Path.Combine(target, "site");
        await ZipFile.ExtractToDirectoryAsync(zip, folder, overwriteFiles: true, cancellationToken);
        return folder;
    }

    /// <summary>Adds to an unpacked site those files of another that lie in a folder and that it does not have.</summary>
    public static async Task AddAsync(ArtifactBucket artifacts, string key, string folder, string site, CancellationToken cancellationToken)
    {
        using var zip = ZipFile.OpenRead(await FetchAsync(artifacts, key, Path.GetDirectoryName(site)!, cancellationToken));
        foreach (var entry in zip.Entries.Where(entry => entry.FullName.StartsWith($"{folder}/", StringComparison.Ordinal)))
        {
            var path = Path.GetFullPath(entry.FullName, site);
            if (!File.Exists(path) && path.StartsWith(site + Path.DirectorySeparatorChar, StringComparison.Ordinal))
            {
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                await entry.ExtractToFileAsync(path, cancellationToken);
            }
        }
    }

    private static async Task<string> FetchAsync(ArtifactBucket artifacts, string key, string target, CancellationToken cancellationToken)
    {
        var zip = Path.Combine(target, Path.GetFileName(key));
        if (!File.Exists(zip))
        {
            await artifacts.GetAsync(key, zip, cancellationToken);
        }

        return zip;
    }
}
