using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Iris.AppHost;

internal static partial class Endpoints
{
    private static readonly string[] s_namesOfThisMachine = ["localhost", "127.0.0.1"];

    /// <summary>Moves the dashboard from the port in the launch settings.</summary>
    public static void UseDashboardPort(this IDistributedApplicationBuilder builder, int? port)
    {
        if (port is not null)
        {
            builder.Configuration["ASPNETCORE_URLS"] = $"http://localhost:{port}";
        }
    }

    /// <summary>
    /// Listens on the port of the launch settings (or another) with no proxy in front: while the process is down, a client is
    /// refused at once instead of kept waiting.
    /// </summary>
    public static IResourceBuilder<ProjectResource> WithDirectHttp(this IResourceBuilder<ProjectResource> builder, int? port = null) =>
        builder
            .WithEndpoint("http", endpoint =>
            {
                endpoint.Port = port ?? endpoint.Port;
                endpoint.IsProxied = false;
            })
            .WithDetailsOnly();

    /// <summary>Listens with the development certificate as well, if there is a port for it.</summary>
    public static IResourceBuilder<ProjectResource> WithDirectHttps(this IResourceBuilder<ProjectResource> builder, int? port) =>
        port is null ? builder : builder.WithHttpsEndpoint(port, isProxied: false);

    /// <summary>The origins of a resource's pages, separated by commas: each endpoint by either name of this machine.</summary>
    public static string OriginsOf(IResourceWithEndpoints site, Func<EndpointReference, int?> port) => string.Join(
        ',', site.GetEndpoints().SelectMany(endpoint => s_namesOfThisMachine.Select(host => $"{endpoint.Scheme}://{host}:{port(endpoint)}")));

    /// <summary>Keeps an address that is for programs out of the dashboard's first page.</summary>
    public static IResourceBuilder<T> WithDetailsOnly<T>(this IResourceBuilder<T> builder) where T : IResourceWithEndpoints =>
        builder.WithUrlForEndpoint("http", url => url.DisplayLocation = UrlDisplayLocation.DetailsOnly);

    /// <summary>Waits for several resources.</summary>
    public static IResourceBuilder<T> WaitForAll<T>(this IResourceBuilder<T> builder, IEnumerable<IResourceBuilder<IResource>> dependencies) where T : IResourceWithWaitSupport =>
        dependencies.Aggregate(builder, static (waiting, dependency) => waiting.WaitFor(dependency));

    /// <summary>Prints the address when it answers.</summary>
    public static IResourceBuilder<ProjectResource> AnnounceWhenReady(this IResourceBuilder<ProjectResource> builder, string name) =>
        builder.OnResourceReady((_, ready, _) =>
        {
            ready.Services.GetRequiredService<ILoggerFactory>().CreateLogger(name).Ready(name, builder.GetEndpoint("http").Url);
            return Task.CompletedTask;
        });

    [LoggerMessage(1, LogLevel.Information, "{Name} is ready at {Url}")]
    private static partial void Ready(this ILogger logger, string name, string url);
}
