using Amazon.Runtime;

namespace Iris.ServiceDefaults.Aws;

/// <summary>One pool of connections for all AWS clients of the process, opened when the first request needs it.</summary>
internal sealed class AwsHttpClientFactory : HttpClientFactory, IDisposable
{
    private readonly SocketsHttpHandler _handler = new()
    {
        // The SDK follows redirects itself (another region), and signs anew when it does.
        AllowAutoRedirect = false,
        UseCookies = false,
        // Endpoints are loopback or AWS's own; looking for proxies costs start time.
        UseProxy = false,
        ConnectTimeout = AwsLimits.Connect,
        // DNS of AWS endpoints changes within a minute; an idle Lambda's connections are cut by the far end after five.
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
    };

    public override HttpClient CreateHttpClient(IClientConfig clientConfig) => new(_handler, disposeHandler: false) { Timeout = AwsLimits.Attempt };

    public override bool UseSDKHttpClientCaching(IClientConfig clientConfig) => false;

    public override bool DisposeHttpClientsAfterUse(IClientConfig clientConfig) => false;

    public void Dispose() => _handler.Dispose();
}
