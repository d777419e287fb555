using System.Globalization;
using System.Xml.Linq;
using LocalAws.S3.Protocol;
using LocalAws.S3.Storage;

namespace LocalAws.S3.Operations;

internal sealed class ListObjectsV2(ObjectStore objects) : IOperation
{
    private const int MaxMaxKeys = 1000;

    public Task<IResult> Invoke(S3Request request, CancellationToken cancellationToken) => Task.FromResult(List(request));

    private IResult List(S3Request request)
    {
        var maxKeys = MaxMaxKeys;
        if (request.Query("max-keys") is { } text && !int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out maxKeys))
        {
            return S3Error.InvalidArgument("Argument maxKeys must be an integer between 0 and 2147483647");
        }

        if (request.Query("encoding-type") is not (null or "url"))
        {
            return S3Error.InvalidArgument("Invalid Encoding Method specified in Request");
        }

        var startAfter = request.Query("start-after") ?? "";
        var after = request.Query("continuation-token") is { } token ? ContinuationToken.TryRead(token) : startAfter;
        if (after is null)
        {
            return S3Error.InvalidArgument("The continuation token provided is incorrect");
        }

        var query = new ListingQuery(request.Query("prefix") ?? "", request.Query("delimiter") ?? "", after, Math.Min(maxKeys, MaxMaxKeys));
        return new XmlResult(Document(request, query, startAfter, objects.List(request.Bucket, query)));
    }

    private static XElement Document(S3Request request, ListingQuery query, string startAfter, ListingPage page)
    {
        var urlEncoded = request.Query("encoding-type") is not null;
        return S3Xml.Element(
            "ListBucketResult",
            S3Xml.Element("Name", request.BucketName),
            Text("Prefix", query.Prefix),
            query.Delimiter is "" ? null : Text("Delimiter", query.Delimiter),
            S3Xml.Element("MaxKeys", query.MaxEntries),
            urlEncoded ? S3Xml.Element("EncodingType", "url") : null,
            S3Xml.Element("IsTruncated", page.IsTruncated),
            S3Xml.Element("KeyCount", page.EntryCount),
            request.Query("continuation-token") is { } token ? S3Xml.Element("ContinuationToken", token) : null,
            page.IsTruncated ? S3Xml.Element("NextContinuationToken", ContinuationToken.For(page.LastEntry)) : null,
            startAfter is "" ? null : Text("StartAfter", startAfter),
            page.Objects.Select(Contents),
            page.CommonPrefixes.Select(prefix => S3Xml.Element("CommonPrefixes", Text("Prefix", prefix))));

        XElement Contents(StoredObject stored) => S3Xml.Element(
            "Contents",
            Text("Key", stored.Key),
            S3Xml.Element("LastModified", S3Xml.Timestamp(stored.LastModified)),
            S3Xml.ETag(stored.ETag),
            stored.Checksums.Algorithms().Select(algorithm => S3Xml.Element("ChecksumAlgorithm", algorithm.Name)),
            S3Xml.Element("Size", stored.Size),
            request.Query("fetch-owner") == "true" ? S3Xml.Owner() : null,
            S3Xml.Element("StorageClass", "STANDARD"));

        XElement Text(string name, string value) =>
            S3Xml.Element(name, urlEncoded ? Uri.EscapeDataString(value).Replace("%2F", "/", StringComparison.Ordinal) : value);
    }
}
