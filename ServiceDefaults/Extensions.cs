using Iris.ServiceDefaults;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Microsoft.Extensions.Hosting;

/// <summary>What every .NET process of Iris has in common: telemetry and health.</summary>
public static class Extensions
{
    private const string Live = "live";

    /// <summary>
    /// Adds quiet framework logs, telemetry (exported only when <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> is set) and a health check of the
    /// process itself.
    /// </summary>
    public static TBuilder AddServiceDefaults<TBuilder>(this TBuilder builder) where TBuilder : IHostApplicationBuilder
    {
        builder.AddFrameworkLogLevels();
        builder.AddTelemetry();
        builder.Services.AddHealthChecks().AddCheck("self", static () => HealthCheckResult.Healthy(), [Live]);
        return builder;
    }

    /// <summary>Maps <c>/health</c> (ready for work: every check passes) and <c>/alive</c> (the process answers).</summary>
    public static void MapDefaultEndpoints(this IEndpointRouteBuilder app) => app.MapDefaultEndpoints(prefix: "");

    /// <summary>Maps <c>{prefix}/health</c> and <c>{prefix}/alive</c>, for a process whose root path belongs to its protocol.</summary>
    public static void MapDefaultEndpoints(this IEndpointRouteBuilder app, string prefix)
    {
        app.MapHealthChecks($"{prefix}/health");
        app.MapHealthChecks($"{prefix}/alive", new HealthCheckOptions { Predicate = static check => check.Tags.Contains(Live) });
    }
}
