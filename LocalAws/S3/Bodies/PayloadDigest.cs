using System.Collections.Immutable;
using System.Security.Cryptography;
using LocalAws.S3.Checksums;

namespace LocalAws.S3.Bodies;

/// <summary>Every digest that a body needs, computed as it passes: MD5 for the entity tag, and what was promised.</summary>
internal sealed class PayloadDigest(IEnumerable<ChecksumAlgorithm> algorithms) : IDisposable
{
    private readonly RunningChecksum _md5 = RunningChecksum.Of(HashAlgorithmName.MD5);
    private readonly (ChecksumAlgorithm Algorithm, RunningChecksum Running)[] _checksums =
        [.. algorithms.Distinct().Select(algorithm => (algorithm, algorithm.Start()))];

    public void Append(ReadOnlySpan<byte> payload)
    {
        _md5.Append(payload);
        foreach (var (_, running) in _checksums)
        {
            running.Append(payload);
        }
    }

    public DigestedPayload Finish() => new(
        _md5.Finish(), _checksums.ToImmutableDictionary(checksum => checksum.Algorithm, checksum => checksum.Running.Finish()));

    public void Dispose()
    {
        _md5.Dispose();
        foreach (var (_, running) in _checksums)
        {
            running.Dispose();
        }
    }
}

/// <summary>The digests of a whole body.</summary>
internal sealed record DigestedPayload(byte[] Md5, ImmutableDictionary<ChecksumAlgorithm, byte[]> Digests)
{
    public string ETag => Convert.ToHexStringLower(Md5);

    public string Base64Of(ChecksumAlgorithm algorithm) => Convert.ToBase64String(Digests[algorithm]);

    public ChecksumSet ChecksumsOf(params IEnumerable<ChecksumAlgorithm> algorithms) =>
        new(algorithms.ToImmutableSortedDictionary(algorithm => algorithm.Name, Base64Of, StringComparer.Ordinal));
}
