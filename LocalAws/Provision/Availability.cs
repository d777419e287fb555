using Amazon.Runtime;
using Microsoft.Extensions.Logging;

namespace LocalAws.Provision;

/// <summary>Waits for a service that may still be starting.</summary>
internal sealed partial class Availability(TimeSpan timeout, ILogger logger)
{
    private static readonly TimeSpan s_firstPause = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan s_longestPause = TimeSpan.FromMilliseconds(200);

    public async Task ForAsync(
        string service, IClientConfig config, Func<CancellationToken, Task> probe, CancellationToken cancellationToken)
    {
        RequireLoopback(service, config.ServiceURL);
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        deadline.CancelAfter(timeout);
        Exception? last = null;
        try
        {
            for (var pause = s_firstPause; ; pause = pause * 2 < s_longestPause ? pause * 2 : s_longestPause)
            {
                last = await AttemptAsync(probe, deadline.Token);
                if (last is null)
                {
                    return;
                }

                LogWaiting(service, config.ServiceURL, last.Message);
                await Task.Delay(pause, deadline.Token);
            }
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            var message = $"{service} did not answer at {config.ServiceURL} within {timeout.TotalSeconds:0.#} s ({last?.Message ?? "no response"}). Is it running?";
            throw new ProvisionException(ExitCode.Unavailable, message, last);
        }
    }

    private static async Task<Exception?> AttemptAsync(Func<CancellationToken, Task> probe, CancellationToken cancellationToken)
    {
        try
        {
            await probe(cancellationToken);
            return null;
        }
        catch (AmazonServiceException exception) when ((int)exception.StatusCode is > 0 and < 500)
        {
            // It answers; that it refuses is not going to change by waiting.
            throw new ProvisionException(
                ExitCode.Unavailable,
                $"Refused: {exception.Message} ({exception.ErrorCode}). Do AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY match?",
                exception);
        }
        catch (Exception exception) when (exception is HttpRequestException or AmazonServiceException or AmazonClientException)
        {
            return exception;
        }
    }

    private static void RequireLoopback(string service, string? url)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address) || !address.IsLoopback)
        {
            throw new ProvisionException(
                ExitCode.Misconfigured,
                $"{service} is at '{url ?? "AWS"}', but only this machine is provisioned here. Set AWS_ENDPOINT_URL_{service.ToUpperInvariant()} to a loopback address.");
        }
    }

    [LoggerMessage(1, LogLevel.Debug, "Waiting for {Service} at {Url}: {Reason}")]
    private partial void LogWaiting(string service, string? url, string reason);
}
