using LocalAws.S3.Protocol;
using Microsoft.Extensions.Options;

namespace LocalAws.S3.Operations;

internal sealed class HeadBucket(IOptions<S3Options> options) : IOperation
{
    public Task<IResult> Invoke(S3Request request, CancellationToken cancellationToken)
    {
        request.Http.Response.Headers["x-amz-bucket-region"] = options.Value.Region;
        return Task.FromResult(Results.Ok());
    }
}
