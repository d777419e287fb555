using Amazon.Runtime;
using LocalAws.CloudFront.Site;
using LocalAws.Shared.SigV4;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using Yarp.ReverseProxy.Forwarder;

namespace LocalAws.CloudFront.Origins;

/// <summary>
/// The behaviour <c>/images/*</c>: objects of the bucket below images/, asked for with a signature as CloudFront's origin access
/// control makes it. Of the viewer's request only the path and the headers of ranges and conditions go on.
/// </summary>
internal sealed class ImagesOrigin(Origin origin, OriginAccessControl access, NotFoundPage notFound, IOptions<CloudFrontOptions> options)
    : HttpTransformer
{
    private static readonly string[] s_forwarded =
        [HeaderNames.Range, HeaderNames.IfRange, HeaderNames.IfMatch, HeaderNames.IfNoneMatch, HeaderNames.IfModifiedSince, HeaderNames.IfUnmodifiedSince];

    public async Task AnswerAsync(HttpContext context)
    {
        await origin.SendAsync(context, options.Value.BucketUrl, this);
        if (context.Response.HasStarted)
        {
            return;
        }

        await (context.Response.StatusCode switch
        {
            StatusCodes.Status404NotFound => notFound.AnswerAsync(context),
            StatusCodes.Status502BadGateway => OriginFailure.AnswerAsync(context, ForwarderError.None),
            _ => Task.CompletedTask,
        });
    }

    public override async ValueTask TransformRequestAsync(
        HttpContext httpContext, HttpRequestMessage proxyRequest, string destinationPrefix, CancellationToken cancellationToken)
    {
        proxyRequest.RequestUri = ObjectAddress(destinationPrefix, httpContext.Request.Path.Value!);
        proxyRequest.Content = null;
        foreach (var name in s_forwarded)
        {
            if (httpContext.Request.Headers[name] is { Count: > 0 } values)
            {
                proxyRequest.Headers.TryAddWithoutValidation(name, values.AsEnumerable());
            }
        }

        await access.SignAsync(proxyRequest);
    }

    public override async ValueTask<bool> TransformResponseAsync(
        HttpContext httpContext, HttpResponseMessage? proxyResponse, CancellationToken cancellationToken)
    {
        if (proxyResponse is null or { IsSuccessStatusCode: true } or { StatusCode: System.Net.HttpStatusCode.NotModified })
        {
            return await base.TransformResponseAsync(httpContext, proxyResponse, cancellationToken);
        }

        // The body is S3's XML, which tells of buckets and keys. A bucket that may not be listed says 403 where nothing is.
        httpContext.Response.StatusCode = (int)proxyResponse.StatusCode switch
        {
            StatusCodes.Status403Forbidden or StatusCodes.Status404NotFound => StatusCodes.Status404NotFound,
            StatusCodes.Status412PreconditionFailed => StatusCodes.Status412PreconditionFailed,
            StatusCodes.Status416RangeNotSatisfiable => StatusCodes.Status416RangeNotSatisfiable,
            _ => StatusCodes.Status502BadGateway,
        };
        return false;
    }

    private static Uri ObjectAddress(string bucket, string path)
    {
        var key = string.Join('/', path.Split('/').Select(Uri.EscapeDataString));
        var prefix = bucket.TrimEnd('/');
        var address = new Uri(prefix + key);
        return address.AbsoluteUri.StartsWith($"{prefix}/images/", StringComparison.Ordinal)
            ? address
            : throw new InvalidOperationException($"{path} leads out of images/: the path guard has a hole.");
    }
}

/// <summary>Signs requests to the bucket with whatever credentials the SDK finds, which may be temporary and change.</summary>
internal sealed class OriginAccessControl(AWSCredentials credentials, IOptions<CloudFrontOptions> options, TimeProvider time)
{
    public async Task SignAsync(HttpRequestMessage request)
    {
        var current = await credentials.GetCredentialsAsync();
        var keys = new AwsKeyPair
        {
            AccessKeyId = current.AccessKey,
            SecretAccessKey = current.SecretKey,
            SessionToken = current.Token,
            Region = options.Value.Region,
        };
        new SigV4Signer(Options.Create(keys), time).Sign(request, "s3", PayloadHash.Empty);
    }
}
