using System.Globalization;
using LocalAws.S3.Protocol;
using LocalAws.S3.Storage;

namespace LocalAws.S3.Operations;

internal sealed class ListParts(UploadStore uploads) : IOperation
{
    private const int MaxMaxParts = 1000;

    public Task<IResult> Invoke(S3Request request, CancellationToken cancellationToken) => Task.FromResult(List(request));

    private IResult List(S3Request request)
    {
        if (!uploads.Find(request.Bucket, request.Query("uploadId")!, request.Key).TryGet(out var upload, out var error))
        {
            return error;
        }

        if (!TryReadNumber(request.Query("max-parts") ?? $"{MaxMaxParts}", out var maxParts)
            || !TryReadNumber(request.Query("part-number-marker") ?? "0", out var marker))
        {
            return S3Error.InvalidArgument("max-parts and part-number-marker must be numbers.");
        }

        maxParts = Math.Min(maxParts, MaxMaxParts);
        UploadedPart[] after = [.. upload.Parts.Values.Where(part => part.Number > marker)];
        UploadedPart[] page = [.. after.Take(maxParts)];
        return new XmlResult(S3Xml.Element(
            "ListPartsResult",
            S3Xml.Element("Bucket", request.BucketName),
            S3Xml.Element("Key", upload.Key),
            S3Xml.Element("UploadId", upload.UploadId),
            S3Xml.Element("PartNumberMarker", marker),
            page is [.., var last] ? S3Xml.Element("NextPartNumberMarker", last.Number) : null,
            S3Xml.Element("MaxParts", maxParts),
            S3Xml.Element("IsTruncated", page.Length < after.Length),
            page.Select(part => S3Xml.Element(
                "Part",
                S3Xml.Element("PartNumber", part.Number),
                S3Xml.Element("LastModified", S3Xml.Timestamp(part.LastModified)),
                S3Xml.ETag(part.ETag),
                S3Xml.Element("Size", part.Size),
                part.Checksums.ToXml()))));
    }

    private static bool TryReadNumber(string text, out int number) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
