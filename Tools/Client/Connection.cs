using Microsoft.Extensions.Http.Resilience;
using Polly;

namespace Iris.Client;

/// <summary>A connection that outlasts a short trouble: throttling, a deployment, a function that is being started.</summary>
internal static class Connection
{
    private static readonly TimeSpan s_longestDelay = TimeSpan.FromSeconds(20);

    private static readonly ResiliencePipeline<HttpResponseMessage> s_patience = new ResiliencePipelineBuilder<HttpResponseMessage>()
        .AddRetry(
            new HttpRetryStrategyOptions
            {
                MaxRetryAttempts = 4,
                Delay = TimeSpan.FromSeconds(1),
                MaxDelay = s_longestDelay,
                ShouldHandle = static outcome => ValueTask.FromResult(
                    HttpClientResiliencePredicates.IsTransient(outcome.Outcome) && !IsForLater(outcome.Outcome.Result)),
            })
        .Build();

    /// <summary>Whether the answer is to come back so late that it is the caller's to hear of.</summary>
    private static bool IsForLater(HttpResponseMessage? response) => response?.Headers.RetryAfter?.Delta > s_longestDelay;

    /// <param name="isLocal">Whether the other side is on this machine, which no proxy reaches.</param>
    public static HttpClient Open(bool isLocal) =>
        new(new ResilienceHandler(s_patience) { InnerHandler = new SocketsHttpHandler { UseProxy = !isLocal } })
        {
            // Callers have patience of their own, and end what takes too long by its cancellation.
            Timeout = Timeout.InfiniteTimeSpan,
        };
}
