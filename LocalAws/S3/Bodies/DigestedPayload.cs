using System.Collections.Immutable;
using LocalAws.S3.Checksums;

namespace LocalAws.S3.Bodies;

/// <summary>The digests of a whole body.</summary>
internal sealed record DigestedPayload(byte[] Md5, ImmutableDictionary<ChecksumAlgorithm, byte[]> Digests)
{
    public string ETag => Convert.ToHexStringLower(Md5);

    public string Base64Of(ChecksumAlgorithm algorithm) => Convert.ToBase64String(Digests[algorithm]);

    public ChecksumSet ChecksumsOf(params IEnumerable<ChecksumAlgorithm> algorithms) => new(
        algorithms.ToImmutableSortedDictionary(algorithm => algorithm.Name, Base64Of, StringComparer.Ordinal), ChecksumSet.FullObject);
}
