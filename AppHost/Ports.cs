using System.Net.NetworkInformation;
using Microsoft.Extensions.Configuration;

namespace Iris.AppHost;

/// <summary>The ports on which processes listen themselves. Aspire draws only those of its proxies, and does not see that a port is taken.</summary>
internal static class Ports
{
    /// <summary>Has every process listen on a free port where Aspire is told to draw ports, as tests do.</summary>
    public static void DrawPorts(this IDistributedApplicationBuilder builder)
    {
        if (!builder.ArePortsDrawn)
        {
            return;
        }

        foreach (var (_, endpoint) in builder.DirectEndpoints)
        {
            (endpoint.Port, endpoint.TargetPort) = (null, null);
        }
    }

    /// <summary>Says which ports are in use, or wanted twice, with the cure; null when none is.</summary>
    public static string? PortConflict(this IDistributedApplicationBuilder builder)
    {
        if (builder.ArePortsDrawn)
        {
            return null;
        }

        var wanted = builder.WantedPorts.GroupBy(static port => port.Number, static port => port.Owner).ToArray();
        if (wanted.FirstOrDefault(static port => port.Count() > 1) is { } twice)
        {
            return $"Port {twice.Key} is wanted by {string.Join(" and by ", twice)}: give one of them another (--help).";
        }

        var listening = IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpListeners().Select(static listener => listener.Port).ToHashSet();
        var taken = wanted.Where(port => listening.Contains(port.Key)).ToArray();
        return taken is []
            ? null
            : $"In use already: {string.Join(", ", taken.Select(static port => $"port {port.Key}, for {port.Single()}"))}. End what listens there, or choose another port (--help).";
    }

    extension(IDistributedApplicationBuilder builder)
    {
        private bool ArePortsDrawn => builder.Configuration.GetValue("DcpPublisher:RandomizePorts", false);

        private IEnumerable<(string Owner, EndpointAnnotation Endpoint)> DirectEndpoints =>
            from resource in builder.Resources
            from endpoint in resource.Annotations.OfType<EndpointAnnotation>()
            where !endpoint.IsProxied
            select (resource.Name, endpoint);

        private IEnumerable<(string Owner, int Number)> WantedPorts =>
        [
            .. from direct in builder.DirectEndpoints
               where direct.Endpoint.Port is not null
               select (direct.Owner, direct.Endpoint.Port.GetValueOrDefault()),
            .. from address in new[] { ("the dashboard", "ASPNETCORE_URLS"), ("telemetry", "ASPIRE_DASHBOARD_OTLP_ENDPOINT_URL") }
               from url in (builder.Configuration[address.Item2] ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries)
               let port = new Uri(url).Port
               where port is not 0
               select (address.Item1, port),
        ];
    }
}
