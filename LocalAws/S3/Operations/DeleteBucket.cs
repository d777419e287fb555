using LocalAws.S3.Protocol;
using LocalAws.S3.Storage;

namespace LocalAws.S3.Operations;

internal sealed class DeleteBucket(BucketStore buckets) : IOperation
{
    public Task<IResult> Invoke(S3Request request, CancellationToken cancellationToken) =>
        Task.FromResult(buckets.Delete(request.Bucket) ?? Results.NoContent());
}
