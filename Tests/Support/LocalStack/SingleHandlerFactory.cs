using Amazon.Runtime;

namespace Iris.Tests.Support;

/// <summary>Sends an AWS client's requests through one handler.</summary>
/// <param name="handler">The handler; it stays the caller's to dispose.</param>
public sealed class SingleHandlerFactory(HttpMessageHandler handler) : HttpClientFactory
{
    /// <inheritdoc />
    public override HttpClient CreateHttpClient(IClientConfig clientConfig) => new(handler, disposeHandler: false);

    /// <inheritdoc />
    public override bool UseSDKHttpClientCaching(IClientConfig clientConfig) => false;
}
