using LocalAws.S3.Bodies;
using LocalAws.S3.Protocol;
using LocalAws.S3.Storage;

namespace LocalAws.S3.Operations;

internal sealed class PutObjectTagging(ObjectStore objects) : IOperation
{
    public async Task<IResult> Invoke(S3Request request, CancellationToken cancellationToken) =>
        (await XmlBody.Read(request, "Tagging", cancellationToken)).TryGet(out var document, out var error)
        && TagSet.FromXml(document).TryGet(out var tags, out error)
        && objects.Tag(request.Bucket, request.Key, tags).TryGet(out _, out error)
            ? Results.Ok()
            : error;
}
