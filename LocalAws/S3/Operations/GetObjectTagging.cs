using LocalAws.S3.Protocol;
using LocalAws.S3.Storage;

namespace LocalAws.S3.Operations;

internal sealed class GetObjectTagging(ObjectStore objects) : IOperation
{
    public Task<IResult> Invoke(S3Request request, CancellationToken cancellationToken) => Task.FromResult<IResult>(
        objects.Find(request.Bucket, request.Key) is { } stored ? new XmlResult(TagSet.ToXml(stored.Tags)) : S3Error.NoSuchKey(request.Key));
}
