using LocalAws.S3.Protocol;
using LocalAws.S3.Storage;

namespace LocalAws.S3.Operations;

internal sealed class DeleteObject(ObjectStore objects) : IOperation
{
    public Task<IResult> Invoke(S3Request request, CancellationToken cancellationToken) => Task.FromResult(
        objects.Delete(request.Bucket, request.Key, Precondition.Of(request), Cause.Of(request, "ObjectRemoved:Delete")) ?? Results.NoContent());
}
