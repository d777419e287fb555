using LocalAws.S3.Checksums;
using LocalAws.S3.Protocol;
using LocalAws.S3.Storage;

namespace LocalAws.S3.Operations;

internal sealed class CreateMultipartUpload(UploadStore uploads) : IOperation
{
    private const string AlgorithmHeader = "x-amz-checksum-algorithm";
    private const string TypeHeader = "x-amz-checksum-type";

    public Task<IResult> Invoke(S3Request request, CancellationToken cancellationToken) => Task.FromResult(Create(request));

    private IResult Create(S3Request request)
    {
        if (!ObjectHeaders.Select(request.Headers()).TryGet(out var headers, out var error)
            || !TagSet.FromHeader(request.Header("x-amz-tagging")).TryGet(out var tags, out error))
        {
            return error;
        }

        var algorithm = ChecksumAlgorithm.Named(request.Header(AlgorithmHeader))?.Name;
        if (algorithm is null && request.Header(AlgorithmHeader) is not null)
        {
            return S3Error.InvalidRequest("Checksum algorithm provided is unsupported.");
        }

        var type = request.Header(TypeHeader) ?? (algorithm == "CRC64NVME" ? ChecksumSet.FullObject : ChecksumSet.Composite);
        var upload = new MultipartUpload(Guid.CreateVersion7().ToString("n"), request.Key, uploads.Now, headers, tags, algorithm, type);
        if (uploads.Create(request.Bucket, upload) is { } refusal)
        {
            return refusal;
        }

        if (algorithm is not null)
        {
            request.Http.Response.Headers[AlgorithmHeader] = algorithm;
            request.Http.Response.Headers[TypeHeader] = type;
        }

        return new XmlResult(S3Xml.Element(
            "InitiateMultipartUploadResult",
            S3Xml.Element("Bucket", request.BucketName),
            S3Xml.Element("Key", request.Key),
            S3Xml.Element("UploadId", upload.UploadId)));
    }
}
