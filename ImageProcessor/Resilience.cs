using Amazon.Rekognition.Model;
using Amazon.Runtime;
using Microsoft.Extensions.DependencyInjection;
using Polly;
using Polly.Retry;
using Polly.Timeout;

namespace Iris.ImageProcessor;

/// <summary>
/// How often and how long is waited for others. The waits add up to less than the 30 s of an invocation, so that an outage ends as an
/// exception with a name and the lease given back, not as Lambda's timeout. There is no circuit breaker: a Lambda serves one image at a
/// time, and a circuit that opens in one of them knows nothing of the others.
/// </summary>
internal static class Resilience
{
    public const string Rekognition = "rekognition";
    public const string Download = "s3-download";

    public static void AddResilience(this IServiceCollection services)
    {
        services.AddResiliencePipeline(Rekognition, static pipeline => pipeline
            // Throttling lasts for as long as a second's quota is used up; past 12 s Lambda's own retry, a minute later, has better
            // chances.
            .AddTimeout(TimeSpan.FromSeconds(12))
            .AddRetry(new RetryStrategyOptions
            {
                ShouldHandle = static outcome => ValueTask.FromResult(outcome.Outcome.Exception is { } exception && IsTransient(exception)),
                MaxRetryAttempts = 3,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                Delay = TimeSpan.FromMilliseconds(250),
            })
            // DetectLabels answers within a second; one that has not after four is stuck.
            .AddTimeout(TimeSpan.FromSeconds(4)));

        services.AddResiliencePipeline(Download, static pipeline => pipeline
            // The SDK repeats requests until the headers are there. A body that breaks off, or dries up, is begun again here.
            .AddRetry(new RetryStrategyOptions
            {
                ShouldHandle = new PredicateBuilder().Handle<IOException>().Handle<HttpRequestException>()
                    .Handle<TimeoutRejectedException>(),
                MaxRetryAttempts = 1,
                Delay = TimeSpan.FromMilliseconds(100),
            })
            // Five megabytes take 2 s at 20 Mbit/s.
            .AddTimeout(TimeSpan.FromSeconds(6)));
    }

    private static bool IsTransient(Exception exception) => exception switch
    {
        ThrottlingException or ProvisionedThroughputExceededException or InternalServerErrorException => true,
        TimeoutRejectedException or HttpRequestException or IOException => true,
        AmazonServiceException { StatusCode: >= System.Net.HttpStatusCode.InternalServerError } => true,
        _ => false,
    };
}
