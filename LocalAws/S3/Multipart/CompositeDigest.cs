using System.Collections.Immutable;
using System.Security.Cryptography;
using LocalAws.S3.Checksums;
using LocalAws.S3.Storage;

namespace LocalAws.S3.Multipart;

/// <summary>Digests of digests: what a multipart object has in place of the MD5, and of a checksum of the whole.</summary>
internal static class CompositeDigest
{
    public static string ETag(IReadOnlyList<UploadedPart> parts)
    {
        using var md5 = RunningChecksum.Of(HashAlgorithmName.MD5);
        foreach (var part in parts)
        {
            md5.Append(Convert.FromHexString(part.ETag));
        }

        return $"{Convert.ToHexStringLower(md5.Finish())}-{parts.Count}";
    }

    public static ChecksumSet Checksum(ChecksumAlgorithm algorithm, IReadOnlyList<UploadedPart> parts)
    {
        using var running = algorithm.Start();
        foreach (var part in parts)
        {
            if (!part.Checksums.Values.TryGetValue(algorithm.Name, out var value))
            {
                return ChecksumSet.Empty;
            }

            running.Append(Convert.FromBase64String(value));
        }

        var composite = $"{Convert.ToBase64String(running.Finish())}-{parts.Count}";
        return new ChecksumSet(ImmutableSortedDictionary<string, string>.Empty.Add(algorithm.Name, composite), ChecksumSet.Composite);
    }
}
