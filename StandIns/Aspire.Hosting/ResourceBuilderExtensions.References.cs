using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting;

public static partial class ResourceBuilderExtensions
{
    /// <summary>Lets the resource find an endpoint by service discovery.</summary>
    public static IResourceBuilder<T> WithReference<T>(this IResourceBuilder<T> builder, EndpointReference endpointReference) where T : IResourceWithEnvironment =>
        builder.WithDiscovery(endpointReference.Resource, endpointReference.Resource.Name, endpointReference.EndpointName);

    /// <summary>Lets the resource find another by service discovery.</summary>
    public static IResourceBuilder<T> WithReference<T>(this IResourceBuilder<T> builder, IResourceBuilder<IResourceWithServiceDiscovery> source) where T : IResourceWithEnvironment =>
        builder.WithReference(source, source.Resource.Name);

    /// <summary>Lets the resource find another by service discovery under a name of its own.</summary>
    public static IResourceBuilder<T> WithReference<T>(this IResourceBuilder<T> builder, IResourceBuilder<IResourceWithServiceDiscovery> source, string name) where T : IResourceWithEnvironment =>
        builder.WithDiscovery(source.Resource, name, endpointName: null);

    /// <summary>Gives the resource a connection string.</summary>
    public static IResourceBuilder<T> WithReference<T>(this IResourceBuilder<T> builder, IResourceBuilder<IResourceWithConnectionString> source, string? connectionName = null, bool optional = false) where T : IResourceWithEnvironment =>
        builder.WithReferenceTo(source.Resource).WithEnvironment(async context =>
        {
            var connectionString = await source.Resource.GetConnectionStringAsync(context.CancellationToken);
            if (string.IsNullOrEmpty(connectionString) && !optional)
            {
                throw new DistributedApplicationException($"The connection string of '{source.Resource.Name}' is empty, and '{context.Resource.Name}' needs it.");
            }

            var variable = source.Resource.ConnectionStringEnvironmentVariable ?? $"ConnectionStrings__{connectionName ?? source.Resource.Name}";
            context.EnvironmentVariables[variable] = connectionString ?? "";
        });

    /// <summary>Lets the resource find an outside service by service discovery.</summary>
    public static IResourceBuilder<T> WithReference<T>(this IResourceBuilder<T> builder, IResourceBuilder<ExternalServiceResource> externalService) where T : IResourceWithEnvironment =>
        builder.WithReferenceTo(externalService.Resource).WithEnvironment(async context =>
        {
            var uri = await externalService.Resource.GetUriAsync(context.CancellationToken);
            context.EnvironmentVariables[$"services__{externalService.Resource.Name}__{uri.Scheme}__0"] = uri.ToString();
        });

    /// <summary>Lets the resource find an address by service discovery.</summary>
    public static IResourceBuilder<T> WithReference<T>(this IResourceBuilder<T> builder, string name, Uri uri) where T : IResourceWithEnvironment =>
        uri.IsAbsoluteUri
            ? builder.WithEnvironment($"services__{name}__default__0", uri.ToString())
            : throw new InvalidOperationException($"'{uri}' must be an absolute URL.");

    private static IResourceBuilder<T> WithDiscovery<T>(this IResourceBuilder<T> builder, IResourceWithEndpoints source, string name, string? endpointName) where T : IResourceWithEnvironment =>
        builder.WithReferenceTo(source).WithEnvironment(context =>
        {
            var endpoints = source.GetEndpoints().Where(endpoint => endpointName is null || string.Equals(endpoint.EndpointName, endpointName, StringComparison.OrdinalIgnoreCase));
            foreach (var group in endpoints.GroupBy(static endpoint => endpoint.EndpointName))
            {
                var index = 0;
                foreach (var endpoint in group)
                {
                    context.EnvironmentVariables[$"services__{name}__{group.Key}__{index++}"] = endpoint;
                    context.EnvironmentVariables[ResourceName.ToEnvironmentName($"{name}_{group.Key}")] = endpoint;
                }
            }
        });
}
