using System.Collections.Immutable;
using LocalAws.S3.Protocol;
using LocalAws.S3.Storage;

namespace LocalAws.S3.Operations;

internal sealed class DeleteObjectTagging(ObjectStore objects) : IOperation
{
    public Task<IResult> Invoke(S3Request request, CancellationToken cancellationToken) => Task.FromResult(
        objects.Tag(request.Bucket, request.Key, ImmutableSortedDictionary<string, string>.Empty).TryGet(out _, out var error)
            ? Results.NoContent()
            : error);
}
