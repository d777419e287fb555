using System.Collections.Immutable;
using System.Xml.Linq;
using LocalAws.S3.Protocol;

namespace LocalAws.S3.Checksums;

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
