using System.Collections.Immutable;
using System.Xml.Linq;
using LocalAws.S3.Protocol;

namespace LocalAws.S3.Checksums;

/// <summary>The checksums kept with an object or a part.</summary>
/// <param name="Values">Base64 by algorithm.</param>
/// <param name="Type"><c>FULL_OBJECT</c>, or <c>COMPOSITE</c> for a checksum of the parts' checksums.</param>
internal sealed record ChecksumSet(ImmutableSortedDictionary<string, string> Values, string Type)
{
    public const string FullObject = "FULL_OBJECT";
    public const string Composite = "COMPOSITE";

    public static ChecksumSet Empty { get; } = new(ImmutableSortedDictionary<string, string>.Empty, FullObject);

    public IEnumerable<ChecksumAlgorithm> Algorithms() => ChecksumAlgorithm.All.Where(algorithm => Values.ContainsKey(algorithm.Name));

    public void WriteTo(IHeaderDictionary headers)
    {
        foreach (var algorithm in Algorithms())
        {
            headers[algorithm.HeaderName] = Values[algorithm.Name];
            headers["x-amz-checksum-type"] = Type;
        }
    }

    public IEnumerable<XElement> ToXml() => Algorithms().Select(algorithm => S3Xml.Element(algorithm.ElementName, Values[algorithm.Name]));
}
