namespace Iris.Tests.Integration.Rekognition;

/// <summary>Someone between client and service who changes requests after they were signed.</summary>
internal sealed class OnTheWay(Action<HttpRequestMessage> change) : DelegatingHandler(new SocketsHttpHandler())
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        change(request);
        return base.SendAsync(request, cancellationToken);
    }
}
