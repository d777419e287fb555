using Microsoft.Extensions.Options;
using Yarp.ReverseProxy.Forwarder;

namespace LocalAws.CloudFront.Origins;

/// <summary>
/// The behaviour <c>/api/*</c>: everything the viewer sent goes on, except the host and what it says of traces, and nothing is cached.
/// </summary>
internal sealed class ApiOrigin(Origin origin, IOptions<CloudFrontOptions> options) : HttpTransformer
{
    private static readonly string[] s_traces = ["traceparent", "tracestate", "baggage", "x-amzn-trace-id"];

    public Task AnswerAsync(HttpContext context) => origin.SendAsync(context, options.Value.ApiOrigin!, this);

    public override async ValueTask TransformRequestAsync(
        HttpContext httpContext, HttpRequestMessage proxyRequest, string destinationPrefix, CancellationToken cancellationToken)
    {
        await base.TransformRequestAsync(httpContext, proxyRequest, destinationPrefix, cancellationToken);
        proxyRequest.Headers.Host = null;
        foreach (var name in s_traces)
        {
            proxyRequest.Headers.Remove(name);
        }

        // As the HTTP API says it of CloudFront, whatever the viewer claims: by it the API knows whether its cookies have to be secure.
        proxyRequest.Headers.Remove("X-Forwarded-Proto");
        proxyRequest.Headers.TryAddWithoutValidation("X-Forwarded-Proto", httpContext.Request.Scheme);
        if (httpContext.Connection.RemoteIpAddress is { } viewer)
        {
            // CloudFront appends the viewer to whatever the viewer claims.
            proxyRequest.Headers.TryAddWithoutValidation("X-Forwarded-For", viewer.ToString());
        }
    }
}
