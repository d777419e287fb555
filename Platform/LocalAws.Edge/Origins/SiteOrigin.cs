using Microsoft.Extensions.Options;
using Yarp.ReverseProxy.Forwarder;

namespace LocalAws.Edge.Origins;

/// <summary>The default behaviour while the site is being written: a development server, with web sockets for hot reload.</summary>
internal sealed class SiteOrigin(Origin origin, IOptions<EdgeOptions> options) : HttpTransformer
{
    // A socket for hot reload is silent until a file changes.
    private static readonly TimeSpan s_silence = TimeSpan.FromHours(12);

    // The viewer's Host goes on: development servers compare it with the Origin of their sockets.
    public Task AnswerAsync(HttpContext context) => origin.SendAsync(context, options.Value.SiteOrigin!, this, s_silence);
}
