using System.Collections.Immutable;
using System.IO.Hashing;
using System.Security.Cryptography;
using System.Xml.Linq;
using LocalAws.S3.Protocol;

namespace LocalAws.S3.Checksums;

/// <summary>One of the algorithms of the <c>x-amz-checksum-</c> headers; values travel as base64 of the big-endian digest.</summary>
internal sealed record ChecksumAlgorithm(string Name, int DigestLength, Func<RunningChecksum> Start)
{
    public static ChecksumAlgorithm Sha256 { get; } = new("SHA256", 32, static () => RunningChecksum.Of(HashAlgorithmName.SHA256));

    public static IReadOnlyList<ChecksumAlgorithm> All { get; } =
    [
        new("CRC32", 4, static () => RunningChecksum.Of(new Crc32())),
        new("CRC32C", 4, static () => RunningChecksum.Of(new Crc32C())),
        new("CRC64NVME", 8, static () => RunningChecksum.Of(new Crc64Nvme())),
        new("SHA1", 20, static () => RunningChecksum.Of(HashAlgorithmName.SHA1)),
        Sha256,
    ];

    /// <summary>The header of a request, a response or a trailer: <c>x-amz-checksum-crc32</c>.</summary>
    public string HeaderName { get; } = "x-amz-checksum-" + Name.ToLowerInvariant();

    /// <summary>The element of an XML answer: <c>ChecksumCRC32</c>.</summary>
    public string ElementName { get; } = "Checksum" + Name;

    public static ChecksumAlgorithm? Named(string? name) =>
        All.FirstOrDefault(algorithm => algorithm.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    public static ChecksumAlgorithm? OfHeader(string header) =>
        All.FirstOrDefault(algorithm => algorithm.HeaderName.Equals(header, StringComparison.OrdinalIgnoreCase));

    public bool IsDigest(string value)
    {
        Span<byte> digest = stackalloc byte[DigestLength];
        return Convert.TryFromBase64String(value, digest, out var written) && written == DigestLength;
    }
}

/// <summary>The checksums kept with an object.</summary>
/// <param name="Values">Base64 by algorithm.</param>
internal sealed record ChecksumSet(ImmutableSortedDictionary<string, string> Values)
{
    public static ChecksumSet Empty { get; } = new(ImmutableSortedDictionary<string, string>.Empty);

    public IEnumerable<ChecksumAlgorithm> Algorithms() => ChecksumAlgorithm.All.Where(algorithm => Values.ContainsKey(algorithm.Name));

    public void WriteTo(IHeaderDictionary headers)
    {
        foreach (var algorithm in Algorithms())
        {
            headers[algorithm.HeaderName] = Values[algorithm.Name];
            headers["x-amz-checksum-type"] = "FULL_OBJECT";
        }
    }

    public IEnumerable<XElement> ToXml() => Algorithms().Select(algorithm => S3Xml.Element(algorithm.ElementName, Values[algorithm.Name]));
}
