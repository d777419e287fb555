using LocalAws.S3.Protocol;
using LocalAws.S3.Storage;

namespace LocalAws.S3.Operations;

internal sealed class DeleteBucketConfiguration(BucketConfiguration kind, BucketStore buckets) : IOperation
{
    public string Name { get; } = "Delete" + kind.Name;

    public Task<IResult> Invoke(S3Request request, CancellationToken cancellationToken) =>
        Task.FromResult(buckets.Configure(request.Bucket, kind.SubResource, xml: null) ?? Results.NoContent());
}
