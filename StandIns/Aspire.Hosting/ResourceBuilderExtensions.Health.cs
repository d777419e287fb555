using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Orchestration;
using Microsoft.Extensions.DependencyInjection;

namespace Aspire.Hosting;

public static partial class ResourceBuilderExtensions
{
    private const int DefaultHealthyStatus = 200;

    /// <summary>Lets a check that is registered with the host's services speak for the resource.</summary>
    public static IResourceBuilder<T> WithHealthCheck<T>(this IResourceBuilder<T> builder, string key) where T : IResource =>
        builder.Resource.All<HealthCheckAnnotation>().Any(check => check.Key == key)
            ? throw new DistributedApplicationException($"Resource '{builder.Resource.Name}' already has the health check '{key}'.")
            : builder.WithAnnotation(new HealthCheckAnnotation(key));

    /// <summary>Calls the resource healthy when a path answers with a status (200 by default).</summary>
    public static IResourceBuilder<T> WithHttpHealthCheck<T>(this IResourceBuilder<T> builder, string? path = null, int? statusCode = null, string? endpointName = null) where T : IResourceWithEndpoints =>
        builder.WithHttpHealthCheck(() => builder.HttpEndpoint(endpointName), path, statusCode);

    /// <summary>Calls the resource healthy when a path answers with a status (200 by default).</summary>
    public static IResourceBuilder<T> WithHttpHealthCheck<T>(this IResourceBuilder<T> builder, Func<EndpointReference>? endpointSelector, string? path = null, int? statusCode = null) where T : IResourceWithEndpoints
    {
        var status = statusCode ?? DefaultHealthyStatus;
        var key = $"{builder.Resource.Name}_http_{path ?? "/"}_{status}_check";
        var endpoint = endpointSelector ?? (() => builder.HttpEndpoint(name: null));
        builder.ApplicationBuilder.Services.AddHealthChecks()
            .AddCheck(key, new HttpHealthCheck(() => new Uri(new Uri(endpoint().Url), path ?? "/"), status));
        return builder.WithHealthCheck(key);
    }

    private static EndpointReference HttpEndpoint<T>(this IResourceBuilder<T> builder, string? name) where T : IResourceWithEndpoints =>
        name is not null
            ? builder.GetEndpoint(name)
            : builder.Resource.GetEndpoints().FirstOrDefault(static endpoint => endpoint.IsHttp)
                ?? builder.Resource.GetEndpoints().FirstOrDefault(static endpoint => endpoint.IsHttps)
                ?? throw new DistributedApplicationException($"Resource '{builder.Resource.Name}' has no HTTP endpoint. Add one with WithHttpEndpoint or in its launch settings.");
}
