using Iris.ServiceDefaults.Aws;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration.Memory;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace Iris.ServiceDefaults;

internal static class Telemetry
{
    private static readonly string[] s_own = ["Iris.*", "LocalAws.*", "Amazon.Lambda"];

    public static void AddTelemetry(this IHostApplicationBuilder builder)
    {
        // Nobody listens: then nothing is collected either, which keeps its cost off the start of a Lambda.
        if (string.IsNullOrEmpty(builder.Configuration["OTEL_EXPORTER_OTLP_ENDPOINT"]))
        {
            return;
        }

        builder.Logging.AddOpenTelemetry(static logging =>
        {
            logging.IncludeFormattedMessage = true;
            logging.IncludeScopes = true;
        });
        builder.Services.AddOpenTelemetry()
            .WithMetrics(static metrics => metrics
                .AddMeter(s_own)
                .AddAspNetCoreInstrumentation()
                .AddHttpClientInstrumentation()
                .AddRuntimeInstrumentation())
            .WithTracing(static tracing => tracing
                .AddSource(s_own)
                .AddSource(AwsTracing.SourceName)
                .AddAspNetCoreInstrumentation(static options => options.Filter = IsWork)
                .AddHttpClientInstrumentation(static options =>
                {
                    options.EnrichWithHttpResponseMessage = AwsTracing.JudgeAttempt;
                    options.FilterHttpRequestMessage = IsWork;
                }))
            .UseOtlpExporter();
        FlushBeforeFreeze.AddTo(builder);
        builder.Services.AddHostedService<TelemetryShutdown>();
    }

    private static bool IsWork(HttpContext context) =>
        context.Request.Path.Value is not { } path
        || !(path.EndsWith("/health", StringComparison.Ordinal) || path.EndsWith("/alive", StringComparison.Ordinal));

    // A function asks for its next event all day: what it does with one is work.
    private static bool IsWork(HttpRequestMessage request) =>
        request.RequestUri?.AbsolutePath.Contains(FlushBeforeFreeze.RuntimeApiPath, StringComparison.Ordinal) is not true;
}

/// <summary>
/// Lets frameworks speak of trouble only: their six lines a request would bury the one that says what became of an image.
/// </summary>
internal static class FrameworkLogLevels
{
    private static readonly KeyValuePair<string, string?>[] s_defaults =
    [
        new("Logging:LogLevel:Microsoft.AspNetCore", "Warning"),
        new("Logging:LogLevel:Polly", "Warning"),
        new("Logging:LogLevel:System.Net.Http.HttpClient", "Warning"),
        new("Logging:LogLevel:Yarp", "Warning"),
    ];

    /// <summary>Adds the levels below every other source, so that any setting of the same name raises them again.</summary>
    public static void AddFrameworkLogLevels(this IHostApplicationBuilder builder) =>
        builder.Configuration.Sources.Insert(0, new MemoryConfigurationSource { InitialData = s_defaults });
}
