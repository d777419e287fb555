using LocalAws.S3.Protocol;
using LocalAws.S3.Storage;
using Microsoft.Extensions.Options;

namespace LocalAws.S3.Operations;

internal sealed class ListBuckets(BucketStore buckets, IOptions<S3Options> options) : IOperation
{
    public Task<IResult> Invoke(S3Request request, CancellationToken cancellationToken) => Task.FromResult<IResult>(new XmlResult(S3Xml.Element(
        "ListAllMyBucketsResult",
        S3Xml.Owner(),
        S3Xml.Element("Buckets", buckets.List().Select(bucket => S3Xml.Element(
            "Bucket",
            S3Xml.Element("Name", bucket.Name),
            S3Xml.Element("CreationDate", S3Xml.Timestamp(bucket.CreatedAt)),
            S3Xml.Element("BucketRegion", options.Value.Region)))))));
}
