using System.Diagnostics;
using System.Text;
using LocalAws.Lambda.Functions;
using LocalAws.Lambda.Invocations;
using OpenTelemetry.Instrumentation.AspNetCore;

namespace LocalAws.Lambda.Tracing;

/// <summary>
/// Spans around an invocation, named and attributed as OpenTelemetry's FaaS conventions say:
/// <see href="https://opentelemetry.io/docs/specs/semconv/faas/faas-spans/"/>.
/// </summary>
internal static class LambdaTracing
{
    private const int MaximumErrorBytes = 512;

    public static ActivitySource Source { get; } = new("LocalAws.Lambda");

    /// <summary>Sandboxes poll all day: their calls would drown every trace that matters.</summary>
    public static void AddTracing(this WebApplicationBuilder builder) =>
        builder.Services.PostConfigure<AspNetCoreTraceInstrumentationOptions>(options =>
        {
            var filter = options.Filter;
            options.Filter = http =>
                !http.Request.Path.Value!.Contains("/2018-06-01/runtime/", StringComparison.Ordinal) && (filter?.Invoke(http) ?? true);
        });

    public static Activity? StartInvoke(LambdaFunction function, string requestId, InvocationType type, ActivityContext parent = default)
    {
        var kind = type is InvocationType.Event ? ActivityKind.Consumer : ActivityKind.Client;
        var activity = Source.StartActivity($"invoke {function.Name}", kind, parent);
        activity?.SetTag("faas.invoked_name", function.Name);
        activity?.SetTag("faas.invoked_provider", "aws");
        activity?.SetTag("faas.invocation_id", requestId);
        activity?.SetTag("aws.lambda.invocation_type", type.ToString());
        return activity;
    }

    /// <summary>The time in the queue, before a sandbox takes the invocation.</summary>
    public static Activity? StartWait() => Source.StartActivity("wait for a sandbox");

    public static void Record(Activity? activity, InvocationResult result)
    {
        if (activity is null || result.Outcome is InvocationOutcome.Success)
        {
            return;
        }

        var error = result.Payload.Span[..Math.Min(MaximumErrorBytes, result.Payload.Length)];
        activity.SetTag("error.type", result.Outcome.ToString());
        activity.SetStatus(ActivityStatusCode.Error, error.IsEmpty ? result.Outcome.ToString() : Encoding.UTF8.GetString(error));
    }
}
