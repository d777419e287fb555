using LocalAws.S3.Objects;
using LocalAws.S3.Protocol;
using LocalAws.S3.Storage;

namespace LocalAws.S3.Operations;

internal sealed class HeadObject(ObjectStore objects) : IOperation
{
    public Task<IResult> Invoke(S3Request request, CancellationToken cancellationToken) => Task.FromResult(Head(request));

    private IResult Head(S3Request request)
    {
        if (objects.Find(request.Bucket, request.Key) is not { } stored)
        {
            return S3Error.NoSuchKey(request.Key);
        }

        if (ObjectReply.Check(request, stored) is { } error)
        {
            return error;
        }

        ObjectReply.WriteHead(request, stored);
        return Results.Empty;
    }
}
