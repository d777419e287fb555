using System.Diagnostics;
using Microsoft.Extensions.Options;
using Yarp.ReverseProxy.Forwarder;

namespace LocalAws.CloudFront.Origins;

/// <summary>Forwards a request to an origin over one pool of connections, and answers in its place when it fails.</summary>
internal sealed partial class Origin(IHttpForwarder forwarder, IOptions<CloudFrontOptions> options, ILogger<Origin> logger) : IDisposable
{
    // CloudFront's own limit for connecting.
    private static readonly TimeSpan s_connectTimeout = TimeSpan.FromSeconds(10);

    // An origin on AWS may lie behind the user's proxy; nothing of this machine does.
    private readonly HttpMessageInvoker _local = Connect(useProxy: false), _remote = Connect(useProxy: true);

    public Task SendAsync(HttpContext context, Uri origin, HttpTransformer transformer) =>
        SendAsync(context, origin, transformer, TimeSpan.FromSeconds(options.Value.OriginReadTimeoutSeconds), OriginFailure.AnswerAsync);

    public async Task SendAsync(
        HttpContext context,
        Uri origin,
        HttpTransformer transformer,
        TimeSpan readTimeout,
        Func<HttpContext, ForwarderError, Task> answerFailure)
    {
        var request = new ForwarderRequestConfig { ActivityTimeout = readTimeout };
        var error = await forwarder.SendAsync(
            context, origin.ToString(), origin.IsLoopback ? _local : _remote, request, transformer, context.RequestAborted);
        if (error is not ForwarderError.None && !context.Response.HasStarted && !context.RequestAborted.IsCancellationRequested)
        {
            LogFailure(context.Request.Method, context.Request.Path, origin, error, context.GetForwarderErrorFeature()?.Exception?.Message);
            await answerFailure(context, error);
        }
    }

    public void Dispose()
    {
        _local.Dispose();
        _remote.Dispose();
    }

    private static HttpMessageInvoker Connect(bool useProxy) => new(new SocketsHttpHandler
    {
        ActivityHeadersPropagator = new ReverseProxyPropagator(DistributedContextPropagator.Current),
        AllowAutoRedirect = false,
        ConnectTimeout = s_connectTimeout,
        UseCookies = false,
        UseProxy = useProxy,
    });

    [LoggerMessage(1, LogLevel.Warning, "{Method} {Path}: {Origin} failed ({Error}): {Reason}")]
    private partial void LogFailure(string method, string path, Uri origin, ForwarderError error, string? reason);
}
