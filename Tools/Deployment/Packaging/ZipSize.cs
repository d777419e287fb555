using System.Globalization;

namespace Iris.Deployment.Packaging;

/// <summary>Whether a zip is as small as Iris wants it.</summary>
public static class ZipSize
{
    /// <summary>50 MB is what Lambda takes; this is what Iris allows itself, since a cold start begins with a download.</summary>
    public const int MaximumBytes = 20_000_000;

    // Enough to see what has grown.
    private const int FilesNamed = 3;

    public static void Require(string function, int zipBytes, IEnumerable<ZipContent> contents)
    {
        if (zipBytes > MaximumBytes)
        {
            var largest = contents.OrderByDescending(static content => content.Bytes.Length).Take(FilesNamed)
                .Select(static content => Describe(content));
            throw OperationException.Failed(string.Create(
                CultureInfo.InvariantCulture,
                $"The zip of {function} has {zipBytes:N0} bytes, more than the {MaximumBytes:N0} that Iris allows itself. Look at its largest files, before compression {string.Join(", ", largest)}, and at the packages that {function} has got lately."));
        }
    }

    private static string Describe(ZipContent content) =>
        string.Create(CultureInfo.InvariantCulture, $"{content.Name} ({content.Bytes.Length / 1e6:0.0} MB)");
}
