using LocalAws.CloudFront.Site;
using Microsoft.Extensions.Options;
using Yarp.ReverseProxy.Forwarder;

namespace LocalAws.CloudFront.Origins;

/// <summary>The default behaviour while the site is being written: a development server, with web sockets for hot reload.</summary>
internal sealed class SiteOrigin(Origin origin, IOptions<CloudFrontOptions> options) : HttpTransformer
{
    // A socket for hot reload is silent until a file changes.
    private static readonly TimeSpan s_silence = TimeSpan.FromHours(12);

    // The viewer's Host goes on: development servers compare it with the Origin of their sockets.
    public Task AnswerAsync(HttpContext context) =>
        origin.SendAsync(context, options.Value.SiteOrigin!, this, s_silence, AnswerFailureAsync);

    // The first request that reaches the server waits until the page is compiled; before that, connections are refused.
    private static Task AnswerFailureAsync(HttpContext context, ForwarderError error) =>
        error is ForwarderError.Request && StartingPage.IsAskedFor(context.Request)
            ? StartingPage.AnswerAsync(context)
            : OriginFailure.AnswerAsync(context, error);
}
