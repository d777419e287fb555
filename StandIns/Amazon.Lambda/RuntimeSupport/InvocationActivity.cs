using System.Diagnostics;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>
/// The span of an invocation, with the attributes of OpenTelemetry's conventions for Lambda:
/// <see href="https://opentelemetry.io/docs/specs/semconv/faas/aws-lambda/"/>.
/// </summary>
internal static class InvocationActivity
{
    private static readonly ActivitySource s_source = new("Amazon.Lambda");

    public static Activity? Start(LambdaContext context, bool coldStart)
    {
        if (!s_source.HasListeners())
        {
            return null;
        }

        XRayTraceHeader.TryParse(context.TraceId, out var parent);
        var activity = s_source.StartActivity(context.FunctionName, ActivityKind.Server, parent);
        if (activity is { IsAllDataRequested: true })
        {
            activity.SetTag("faas.invocation_id", context.AwsRequestId);
            activity.SetTag("faas.coldstart", coldStart);
            activity.SetTag("faas.version", context.FunctionVersion);
            activity.SetTag("aws.lambda.invoked_arn", context.InvokedFunctionArn);
            activity.SetTag("cloud.resource_id", context.InvokedFunctionArn);
            // arn:aws:lambda:us-east-1:000000000000:function:ImageApi
            if (context.InvokedFunctionArn.Split(':') is [_, _, _, _, var account, ..])
            {
                activity.SetTag("cloud.account.id", account);
            }
        }

        return activity;
    }
}
