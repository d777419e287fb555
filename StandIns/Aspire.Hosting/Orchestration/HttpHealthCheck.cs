using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Aspire.Hosting.Orchestration;

/// <summary>Healthy when a URL answers with the expected status.</summary>
internal sealed class HttpHealthCheck(Func<Uri> url, int expectedStatus) : IHealthCheck
{
    // A proxy accepts connections for a process that is not there yet, and holds them: give up soon and ask again.
    private static readonly TimeSpan s_timeout = TimeSpan.FromSeconds(2);

    private static readonly HttpClient s_http = new(new SocketsHttpHandler
    {
        UseProxy = false,
        AllowAutoRedirect = false,
        ConnectTimeout = s_timeout,
        PooledConnectionLifetime = TimeSpan.FromSeconds(30),
        // No span of these requests may end up in anybody's trace.
        ActivityHeadersPropagator = null,
    })
    {
        Timeout = s_timeout,
    };

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var address = url();
        try
        {
            using var response = await s_http.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            return (int)response.StatusCode == expectedStatus
                ? HealthCheckResult.Healthy()
                : HealthCheckResult.Unhealthy($"{address} answered {(int)response.StatusCode}, not {expectedStatus}.");
        }
        catch (HttpRequestException exception)
        {
            return HealthCheckResult.Unhealthy($"{address} does not answer: {exception.Message}");
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return HealthCheckResult.Unhealthy($"{address} did not answer within {s_timeout.TotalSeconds} seconds.");
        }
    }
}
