namespace Iris.Tests.Integration.ImageProcessor;

/// <summary>The line to a service: counts the requests, and lets a test answer or delay some in the service's place.</summary>
internal sealed class Line : DelegatingHandler
{
    private int _requests;

    public Line()
        : base(new SocketsHttpHandler())
    {
    }

    /// <summary>Given the request and its number, from 1: an answer, or null to let the request through.</summary>
    public Func<HttpRequestMessage, int, CancellationToken, Task<HttpResponseMessage?>> Intercept { get; set; } = (_, _, _) =>
        Task.FromResult<HttpResponseMessage?>(null);

    public int Requests => _requests;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        await Intercept(request, Interlocked.Increment(ref _requests), cancellationToken)
            ?? await base.SendAsync(request, cancellationToken);
}
