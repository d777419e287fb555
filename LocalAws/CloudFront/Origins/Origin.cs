using System.Diagnostics;
using Microsoft.Extensions.Options;
using Yarp.ReverseProxy.Forwarder;

namespace LocalAws.CloudFront.Origins;

/// <summary>Forwards a request to an origin over one pool of connections, and answers in its place when it fails.</summary>
internal sealed partial class Origin(IHttpForwarder forwarder, IOptions<CloudFrontOptions> options, ILogger<Origin> logger) : IDisposable
{
    // CloudFront's own limit for connecting.
    private static readonly TimeSpan s_connectTimeout = TimeSpan.FromSeconds(10);

    private readonly HttpMessageInvoker _client = new(new SocketsHttpHandler
    {
        ActivityHeadersPropagator = new ReverseProxyPropagator(DistributedContextPropagator.Current),
        AllowAutoRedirect = false,
        ConnectTimeout = s_connectTimeout,
        UseCookies = false,
        UseProxy = false,
    });

    public Task SendAsync(HttpContext context, Uri origin, HttpTransformer transformer) =>
        SendAsync(context, origin, transformer, TimeSpan.FromSeconds(options.Value.OriginReadTimeoutSeconds), OriginFailure.AnswerAsync);

    public async Task SendAsync(
        HttpContext context, Uri origin, HttpTransformer transformer, TimeSpan readTimeout, Func<HttpContext, ForwarderError, Task> answerFailure)
    {
        var request = new ForwarderRequestConfig { ActivityTimeout = readTimeout };
        var error = await forwarder.SendAsync(context, origin.ToString(), _client, request, transformer, context.RequestAborted);
        if (error is not ForwarderError.None && !context.Response.HasStarted && !context.RequestAborted.IsCancellationRequested)
        {
            LogFailure(context.Request.Method, context.Request.Path, origin, error, context.GetForwarderErrorFeature()?.Exception?.Message);
            await answerFailure(context, error);
        }
    }

    public void Dispose() => _client.Dispose();

    [LoggerMessage(1, LogLevel.Warning, "{Method} {Path}: {Origin} failed ({Error}): {Reason}")]
    private partial void LogFailure(string method, string path, Uri origin, ForwarderError error, string? reason);
}
