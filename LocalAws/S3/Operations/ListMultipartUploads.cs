using System.Globalization;
using LocalAws.S3.Protocol;
using LocalAws.S3.Storage;

namespace LocalAws.S3.Operations;

internal sealed class ListMultipartUploads(UploadStore uploads) : IOperation
{
    private const int MaxMaxUploads = 1000;

    public Task<IResult> Invoke(S3Request request, CancellationToken cancellationToken) => Task.FromResult(List(request));

    private IResult List(S3Request request)
    {
        if (request.Query("delimiter") is not (null or ""))
        {
            return S3Error.NotImplemented("A delimiter among uploads");
        }

        if (!int.TryParse(request.Query("max-uploads") ?? $"{MaxMaxUploads}", NumberStyles.None, CultureInfo.InvariantCulture, out var maxUploads))
        {
            return S3Error.InvalidArgument("max-uploads must be a number.");
        }

        var (keyMarker, idMarker) = (request.Query("key-marker") ?? "", request.Query("upload-id-marker") ?? "");
        maxUploads = Math.Min(maxUploads, MaxMaxUploads);
        MultipartUpload[] after =
        [
            .. uploads.List(request.Bucket)
                .Where(upload => upload.Key.StartsWith(request.Query("prefix") ?? "", StringComparison.Ordinal))
                .Where(upload => IsAfter(upload, keyMarker, idMarker)),
        ];
        MultipartUpload[] page = [.. after.Take(maxUploads)];
        return new XmlResult(S3Xml.Element(
            "ListMultipartUploadsResult",
            S3Xml.Element("Bucket", request.BucketName),
            S3Xml.Element("KeyMarker", keyMarker),
            S3Xml.Element("UploadIdMarker", idMarker),
            page is [.., var last] ? (object[])[S3Xml.Element("NextKeyMarker", last.Key), S3Xml.Element("NextUploadIdMarker", last.UploadId)] : null,
            S3Xml.Element("MaxUploads", maxUploads),
            S3Xml.Element("IsTruncated", page.Length < after.Length),
            page.Select(upload => S3Xml.Element(
                "Upload",
                S3Xml.Element("Key", upload.Key),
                S3Xml.Element("UploadId", upload.UploadId),
                S3Xml.Element("Initiated", S3Xml.Timestamp(upload.InitiatedAt)),
                S3Xml.Element("StorageClass", "STANDARD")))));
    }

    private static bool IsAfter(MultipartUpload upload, string keyMarker, string idMarker) =>
        Utf8KeyComparer.Instance.Compare(upload.Key, keyMarker) switch
        {
            0 => idMarker != "" && string.CompareOrdinal(upload.UploadId, idMarker) > 0,
            var order => order > 0,
        };
}
