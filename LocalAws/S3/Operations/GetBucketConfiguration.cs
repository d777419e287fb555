using System.Xml.Linq;
using LocalAws.S3.Protocol;
using LocalAws.S3.Storage;

namespace LocalAws.S3.Operations;

internal sealed class GetBucketConfiguration(BucketConfiguration kind, BucketStore buckets) : IOperation
{
    public string Name { get; } = "Get" + kind.Name;

    public Task<IResult> Invoke(S3Request request, CancellationToken cancellationToken) => Task.FromResult<IResult>(
        buckets.GetConfiguration(request.Bucket, kind.SubResource) is { } xml ? new XmlResult(XElement.Parse(xml))
        : kind.Missing is { } error ? error.With(("BucketName", request.BucketName))
        : new XmlResult(S3Xml.Element(kind.Root)));
}
