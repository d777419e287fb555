using System.Net;
using Amazon.Runtime;

namespace Iris.ServiceDefaults.Aws;

/// <summary>One pool of connections for all AWS clients of the process, opened when the first request needs it.</summary>
/// <param name="proxy">What stands between this machine and AWS; by default what the environment says.</param>
internal sealed class AwsHttpClientFactory(IWebProxy? proxy = null) : HttpClientFactory, IDisposable
{
    private readonly SocketsHttpHandler _handler = new()
    {
        // The SDK follows redirects itself (another region), and signs anew when it does.
        AllowAutoRedirect = false,
        UseCookies = false,
        Proxy = new OutwardProxy(proxy),
        ConnectTimeout = AwsLimits.Connect,
        // DNS of AWS endpoints changes within a minute; an idle Lambda's connections are cut by the far end after five.
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
    };

    public override HttpClient CreateHttpClient(IClientConfig clientConfig) => new(_handler, disposeHandler: false) { Timeout = AwsLimits.Attempt };

    public override bool UseSDKHttpClientCaching(IClientConfig clientConfig) => false;

    public override bool DisposeHttpClientsAfterUse(IClientConfig clientConfig) => false;

    public void Dispose() => _handler.Dispose();

    // A proxy may stand before AWS, and never before a stand-in on this machine. It is looked for when the first request leaves.
    private sealed class OutwardProxy(IWebProxy? proxy) : IWebProxy
    {
        private IWebProxy Outward => proxy ?? HttpClient.DefaultProxy;

        public ICredentials? Credentials
        {
            get => Outward.Credentials;
            set => Outward.Credentials = value;
        }

        public Uri? GetProxy(Uri destination) => Outward.GetProxy(destination);

        public bool IsBypassed(Uri host) => host.IsLoopback || Outward.IsBypassed(host);
    }
}
