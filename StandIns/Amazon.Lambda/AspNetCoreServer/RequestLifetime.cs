using Microsoft.AspNetCore.Http.Features;

namespace Amazon.Lambda.AspNetCoreServer.Internal;

/// <summary>
/// A request in Lambda is not aborted by its caller, whom only API Gateway knows, but by its deadline or by the application.
/// </summary>
internal sealed class RequestLifetime(CancellationTokenSource aborted) : IHttpRequestLifetimeFeature
{
    public CancellationToken RequestAborted { get; set; } = aborted.Token;

    public void Abort() => aborted.Cancel();
}
