using System.Diagnostics;
using System.Net;
using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace Iris.ServiceDefaults.Aws;

/// <summary>
/// Wraps each AWS SDK call in one client span, retries included, named and tagged as OpenTelemetry's conventions for the AWS SDK say
/// (https://opentelemetry.io/docs/specs/semconv/cloud-providers/aws-sdk/).
/// </summary>
internal sealed class AwsTracing : IRuntimePipelineCustomizer
{
    public const string SourceName = "AWSSDK";

    private static readonly ActivitySource s_source = new(SourceName);

    public string UniqueName => nameof(AwsTracing);

    /// <summary>
    /// Leaves it to the span of an SDK call whether a 4xx was an error: the HTTP span below it cannot tell a failed condition from a
    /// mistake.
    /// </summary>
    public static void JudgeAttempt(Activity attempt, HttpResponseMessage response)
    {
        if (attempt.Parent?.Source.Name == SourceName && (int)response.StatusCode is >= 400 and < 500)
        {
            attempt.SetStatus(ActivityStatusCode.Unset);
        }
    }

    /// <summary>Applies to every client that is constructed from now on, whichever service it is for.</summary>
    public static void Register() => RuntimePipelineCustomizerRegistry.Instance.Register(new AwsTracing());

    public void Customize(Type type, RuntimePipeline pipeline) => pipeline.AddHandler(new Handler());

    private sealed class Handler : PipelineHandler
    {
        public override async Task<T> InvokeAsync<T>(IExecutionContext executionContext)
        {
            using var activity = Start(executionContext.RequestContext);

            try
            {
                var response = await base.InvokeAsync<T>(executionContext).ConfigureAwait(false);
                activity?.SetTag("aws.request_id", executionContext.ResponseContext.Response?.ResponseMetadata?.RequestId);
                return response;
            }
            catch (AmazonServiceException failure) when (activity is not null)
            {
                activity.SetTag("aws.request_id", failure.RequestId).SetTag("error.type", failure.ErrorCode);
                if (!IsAnswer(failure))
                {
                    activity.SetStatus(ActivityStatusCode.Error, failure.Message);
                }

                throw;
            }
        }

        // What was asked for is not there, or a condition does not hold: the catalog asks in order to learn just that.
        private static bool IsAnswer(AmazonServiceException failure) =>
            failure.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.PreconditionFailed
                || failure.ErrorCode is "ConditionalCheckFailedException";

        private static Activity? Start(IRequestContext request)
        {
            if (!s_source.HasListeners())
            {
                return null;
            }

            var service = request.ServiceMetaData.ServiceId;
            var operation = request.RequestName.EndsWith("Request", StringComparison.Ordinal)
                ? request.RequestName[..^7]
                : request.RequestName;
            return s_source.StartActivity($"{service}/{operation}", ActivityKind.Client)?
                .SetTag("rpc.system.name", "aws-api")
                .SetTag("rpc.method", $"{service}/{operation}");
        }
    }
}
