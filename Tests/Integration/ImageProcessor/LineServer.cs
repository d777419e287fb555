using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Yarp.ReverseProxy.Forwarder;

namespace Iris.Tests.Integration.ImageProcessor;

/// <summary>A <see cref="Line"/> for a process of its own, which knows of its service nothing but the address.</summary>
internal sealed class LineServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private LineServer(WebApplication app) => _app = app;

    public string Url => _app.Urls.Single();

    public static async Task<LineServer> StartAsync(Line line, Uri service)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Services.AddRoutingCore().AddHttpForwarder();
        var app = builder.Build();
        var client = new HttpMessageInvoker(line, disposeHandler: false);
        var (forwarder, unchanged) = (app.Services.GetRequiredService<IHttpForwarder>(), new SameHost());
        app.Run(async http => await forwarder.SendAsync(http, service.ToString(), client, ForwarderRequestConfig.Empty, unchanged));
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new LineServer(app);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    // The signature covers the host that the caller meant.
    private sealed class SameHost : HttpTransformer
    {
        public override async ValueTask TransformRequestAsync(
            HttpContext http, HttpRequestMessage request, string destination, CancellationToken cancellationToken)
        {
            await base.TransformRequestAsync(http, request, destination, cancellationToken);
            request.Headers.Host = http.Request.Host.Value;
        }
    }
}
