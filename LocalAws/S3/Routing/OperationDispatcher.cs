using LocalAws.S3.Protocol;
using LocalAws.S3.Storage;
using LocalAws.S3.Telemetry;
using Microsoft.AspNetCore.Http.Features;

namespace LocalAws.S3.Routing;

/// <summary>Calls the operation that a request asks for.</summary>
internal sealed class OperationDispatcher(RouteTable routes, BucketStore buckets)
{
    public async Task Dispatch(HttpContext context)
    {
        var result = await Invoke(context.Features.GetRequiredFeature<S3Request>(), context.RequestAborted);
        await result.ExecuteAsync(context);
    }

    private async Task<IResult> Invoke(S3Request request, CancellationToken cancellationToken)
    {
        if (!routes.Find(request).TryGet(out var route, out var error))
        {
            return error;
        }

        S3Telemetry.Describe(request.Http, route.Operation.Name, request.BucketName, request.Key);
        if ((ObjectKey.Check(request.Key) ?? UnsupportedHeaders.Find(request.Headers())) is { } refusal)
        {
            return refusal;
        }

        if (route.NeedsBucket)
        {
            if (buckets.Find(request.BucketName) is not { } bucket)
            {
                return S3Error.NoSuchBucket(request.BucketName);
            }

            request.Bucket = bucket;
        }

        return await route.Operation.Invoke(request, cancellationToken);
    }
}
