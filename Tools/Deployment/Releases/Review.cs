using System.Text.Json;
using Iris.Deployment.Stacks;

namespace Iris.Deployment.Releases;

/// <summary>
/// What somebody agrees to: the change set that was shown, and the release that it is a part of, by the digests in its names. Who asks what
/// would change writes it down, and who deploys is held to it.
/// </summary>
/// <param name="ChangeSet">The ARN; null when the stack was not to change.</param>
/// <param name="Release">The release, its template where reviews are.</param>
public sealed record Review(string? ChangeSet, Release Release)
{
    public static async Task<Review> ReadAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            return JsonSerializer.Deserialize<Review>(await File.ReadAllBytesAsync(path, cancellationToken), JsonSerializerOptions.Web)!;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or JsonException)
        {
            throw OperationException.Unusable($"{path} is no review ({fault.Message}). 'ops diff --review FILE' writes one.");
        }
    }

    public Task WriteAsync(string path, CancellationToken cancellationToken) =>
        File.WriteAllBytesAsync(path, JsonSerializer.SerializeToUtf8Bytes(this, JsonSerializerOptions.Web), cancellationToken);

    /// <summary>Ends the command when something else is to be deployed than was reviewed.</summary>
    public void Require(Release release)
    {
        (string Name, string Reviewed, string Found)[] parts =
        [
            ("template", Release.Template, release.Template),
            ("ImageApi", Release.ImageApi, release.ImageApi),
            ("ImageProcessor", Release.ImageProcessor, release.ImageProcessor),
            ("site", Release.Site, release.Site),
        ];
        string[] others =
        [
            .. parts.Where(static part => Path.GetFileName(part.Reviewed) != Path.GetFileName(part.Found)).Select(static part => part.Name),
        ];
        if (others is not [])
        {
            throw ReviewedChangeSet.Stale($"What is here is not what was reviewed: {string.Join(", ", others)} differ.");
        }
    }
}
