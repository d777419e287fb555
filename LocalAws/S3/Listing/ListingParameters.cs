using System.Globalization;
using System.Xml.Linq;
using LocalAws.S3.Protocol;
using LocalAws.S3.Storage;

namespace LocalAws.S3.Listing;

/// <summary>The parameters and the elements that both versions of ListObjects share.</summary>
internal sealed record ListingParameters(string Prefix, string Delimiter, int MaxKeys, bool UrlEncode)
{
    private const int MaxMaxKeys = 1000;

    public static Outcome<ListingParameters> Read(S3Request request)
    {
        var maxKeys = MaxMaxKeys;
        if (request.Query("max-keys") is { } text && !int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out maxKeys))
        {
            return S3Error.InvalidArgument("Argument maxKeys must be an integer between 0 and 2147483647");
        }

        return request.Query("encoding-type") is not (null or "url")
            ? S3Error.InvalidArgument("Invalid Encoding Method specified in Request")
            : new ListingParameters(
                request.Query("prefix") ?? "",
                request.Query("delimiter") ?? "",
                Math.Min(maxKeys, MaxMaxKeys),
                request.Query("encoding-type") is not null);
    }

    public IEnumerable<XElement?> Heading(S3Request request, ListingPage page) =>
    [
        S3Xml.Element("Name", request.BucketName),
        Text("Prefix", Prefix),
        S3Xml.ElementUnless(Delimiter == "", "Delimiter", Encode(Delimiter)),
        S3Xml.Element("MaxKeys", MaxKeys),
        S3Xml.ElementUnless(!UrlEncode, "EncodingType", "url"),
        S3Xml.Element("IsTruncated", page.IsTruncated),
    ];

    public IEnumerable<XElement> Entries(ListingPage page, bool withOwner) =>
        page.Objects.Select(stored => Contents(stored, withOwner))
            .Concat(page.CommonPrefixes.Select(prefix => S3Xml.Element("CommonPrefixes", Text("Prefix", prefix))));

    public XElement Text(string name, string value) => S3Xml.Element(name, Encode(value));

    private XElement Contents(StoredObject stored, bool withOwner) => S3Xml.Element(
        "Contents",
        Text("Key", stored.Key),
        S3Xml.Element("LastModified", S3Xml.Timestamp(stored.LastModified)),
        S3Xml.ETag(stored.ETag),
        stored.Checksums.Algorithms().Select(algorithm => S3Xml.Element("ChecksumAlgorithm", algorithm.Name)),
        S3Xml.Element("Size", stored.Size),
        withOwner ? S3Xml.Owner() : null,
        S3Xml.Element("StorageClass", "STANDARD"));

    private string Encode(string value) => UrlEncode ? Uri.EscapeDataString(value).Replace("%2F", "/") : value;
}
