using System.IO.Compression;
using System.Security.Cryptography;
using Iris.Ops.CommandLine;
using Iris.Ops.Packaging;

namespace Iris.Ops.Deploying;

/// <summary>The static export as one file named by its content, so that a rollback can bring the site back that belongs to the functions.</summary>
internal static class SiteBundle
{
    public static void Require(string folder)
    {
        if (!File.Exists(Path.Combine(folder, "index.html")))
        {
            throw OpsException.Unusable($"{folder} holds no index.html. 'make site' builds the site.");
        }
    }

    /// <summary>Zips a folder; answers the zip's path and its key.</summary>
    public static async Task<(string Path, string Key)> CreateAsync(string folder, string target, CancellationToken cancellationToken)
    {
        Require(folder);

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
        var zip = Path.Combine(target, Path.GetFileName(key));
        var folder = Path.Combine(target, "site");

        if (!File.Exists(zip))
        {
            await artifacts.GetAsync(key, zip, cancellationToken);
        }

        await ZipFile.ExtractToDirectoryAsync(zip, folder, overwriteFiles: true, cancellationToken);

        return folder;
    }
}
