using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Dashboard;

namespace Aspire.Hosting.Orchestration;

/// <summary>The OpenTelemetry variables that let a process report to the dashboard.</summary>
internal static class OtlpEnvironment
{
    public static IEnumerable<KeyValuePair<string, object>> For(Instance instance, OtlpExporterAnnotation exporter, DashboardOptions dashboard)
    {
        if (!dashboard.IsEnabled)
        {
            yield break;
        }

        var overHttp = exporter.RequiredProtocol is OtlpProtocol.HttpProtobuf or OtlpProtocol.HttpJson;
        yield return new("OTEL_EXPORTER_OTLP_ENDPOINT", (overHttp ? dashboard.OtlpHttpUrl : dashboard.OtlpGrpcUrl).ToString().TrimEnd('/'));
        yield return new("OTEL_EXPORTER_OTLP_PROTOCOL", exporter.RequiredProtocol switch
        {
            OtlpProtocol.HttpProtobuf => "http/protobuf",
            OtlpProtocol.HttpJson => "http/json",
            _ => "grpc",
        });
        yield return new("OTEL_EXPORTER_OTLP_HEADERS", $"x-otlp-api-key={dashboard.OtlpApiKey}");
        yield return new("OTEL_SERVICE_NAME", instance.Resource.Name);
        yield return new("OTEL_RESOURCE_ATTRIBUTES", $"service.instance.id={instance.Suffix}");

        // A developer wants to see the span now, not after the usual five seconds.
        yield return new("OTEL_BLRP_SCHEDULE_DELAY", "1000");
        yield return new("OTEL_BSP_SCHEDULE_DELAY", "1000");
        yield return new("OTEL_METRIC_EXPORT_INTERVAL", "1000");
        yield return new("OTEL_TRACES_SAMPLER", "always_on");
        yield return new("OTEL_METRICS_EXEMPLAR_FILTER", "trace_based");
    }
}
