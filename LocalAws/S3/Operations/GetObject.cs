using LocalAws.S3.Objects;
using LocalAws.S3.Protocol;
using LocalAws.S3.Storage;

namespace LocalAws.S3.Operations;

internal sealed class GetObject(ObjectStore objects) : IOperation
{
    public Task<IResult> Invoke(S3Request request, CancellationToken cancellationToken) => Task.FromResult(Get(request));

    private IResult Get(S3Request request)
    {
        if (objects.Open(request.Bucket, request.Key) is not { } open)
        {
            return S3Error.NoSuchKey(request.Key);
        }

        if (ObjectReply.Check(request, open.Stored) is { } error)
        {
            open.Dispose();
            return error;
        }

        return new ObjectResult(request, open);
    }
}
