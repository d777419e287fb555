using System.Net;
using Amazon.Runtime;

namespace Iris.ServiceDefaults.Aws;

/// <summary>One pool of connections for all AWS clients of the process, opened when the first request needs it.</summary>
/// <param name="proxy">What stands between this machine and AWS; by default what the environment says.</param>
internal sealed class AwsHttpClientFactory(IWebProxy? proxy = null) : HttpClientFactory, IDisposable
{
    private readonly SocketsHttpHandler _handler = new()
    {
        // The SDK follows redirects itself (another region), and signs again when it does.
        AllowAutoRedirect = false,
        UseCookies = false,
        Proxy = new OutwardProxy(proxy),
        ConnectTimeout = AwsLimits.Connect,
        // DNS of AWS endpoints changes within a minute; an idle Lambda's connections are cut by the far end after five.
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
    };

    public override HttpClient CreateHttpClient(IClientConfig clientConfig) =>
        new(_handler, disposeHandler: false) { Timeout = AwsLimits.Attempt };

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

/// <summary>How long an AWS call may take, and why.</summary>
internal static class AwsLimits
{
    /// <summary>
    /// Within a region a TCP and TLS handshake takes some 10 ms; past one second the packet is lost and another attempt is cheaper.
    /// </summary>
    public static readonly TimeSpan Connect = TimeSpan.FromSeconds(1);

    /// <summary>
    /// Five megabytes, the largest original, take 2 s at 20 Mbit/s. Three attempts of 8 s still fit into the processor's 30 s,
    /// so that it ends by its own error instead of Lambda's timeout.
    /// </summary>
    public static readonly TimeSpan Attempt = TimeSpan.FromSeconds(8);

    /// <summary>
    /// Two more attempts outlast a partition split or a throttled second; a longer outage is for the caller or Lambda's own retry.
    /// </summary>
    private const int Retries = 2;

    public static void Apply(ClientConfig config)
    {
        config.RetryMode = RequestRetryMode.Standard;
        config.MaxErrorRetry = Retries;
        config.Timeout = Attempt;
    }
}
