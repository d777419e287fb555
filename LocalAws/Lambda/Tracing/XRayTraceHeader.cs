using System.Diagnostics;

namespace LocalAws.Lambda.Tracing;

/// <summary>
/// A W3C context as X-Ray's trace header, <c>Root=1-5759e988-bd862e3fe1be46a994272793;Parent=53995c3f42cd8ad8;Sampled=1</c>:
/// <see href="https://docs.aws.amazon.com/xray/latest/devguide/xray-concepts.html#xray-concepts-tracingheader"/>.
/// </summary>
internal static class XRayTraceHeader
{
    /// <summary>
    /// The header that makes a function's span the child of this one; without one, of <paramref name="parent"/>, or the first of all.
    /// </summary>
    public static string Of(Activity? activity, ActivityContext parent = default) =>
        (activity ?? Activity.Current) is { IdFormat: ActivityIdFormat.W3C } current ? Format(current.Context)
        : parent != default ? Format(parent)
        : Format(new ActivityContext(ActivityTraceId.CreateRandom(), ActivitySpanId.CreateRandom(), ActivityTraceFlags.Recorded));

    private static string Format(ActivityContext context)
    {
        // Where nothing is recorded here, whether to record is left to the function.
        var sampled = context.TraceFlags.HasFlag(ActivityTraceFlags.Recorded) || !LambdaTracing.Source.HasListeners();
        var trace = context.TraceId.ToHexString();
        return $"Root=1-{trace[..8]}-{trace[8..]};Parent={context.SpanId.ToHexString()};Sampled={(sampled ? 1 : 0)}";
    }
}
