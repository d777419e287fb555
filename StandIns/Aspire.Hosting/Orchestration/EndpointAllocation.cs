using System.Globalization;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Dcp;
using Microsoft.Extensions.Configuration;

namespace Aspire.Hosting.Orchestration;

/// <summary>Gives every endpoint of the model its address.</summary>
internal sealed class EndpointAllocation(DistributedApplicationModel model, DcpHost dcp, IConfiguration configuration)
{
    /// <summary>Upstream's switch for tests: fixed ports are ignored.</summary>
    public const string RandomizePorts = "DcpPublisher:RandomizePorts";

    private const string Host = "localhost";
    private static readonly TimeSpan s_interval = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan s_timeout = TimeSpan.FromSeconds(10);

    private readonly bool _randomize = configuration.GetValue<bool>(RandomizePorts);

    /// <summary>The ports that the model fixes.</summary>
    public IEnumerable<WantedPort> FixedPorts =>
        from resource in model.Resources.Where(static resource => resource.IsProcess())
        from endpoint in resource.All<EndpointAnnotation>()
        from port in new[] { PublicPort(endpoint), endpoint.IsProxied ? TargetPort(endpoint) : null }.Distinct()
        where port is not null
        select new WantedPort(
            port.Value,
            $"'{resource.Name}' ({endpoint.Name})",
            endpoint.FromLaunchProfile ? $"End what uses it, or change applicationUrl in the launch settings of '{resource.Name}'." : "End what uses it, or choose another.");

    public Task AllocateAsync(CancellationToken cancellationToken) => Task.WhenAll(
        from resource in model.Resources.Where(static resource => resource.IsProcess())
        from endpoint in resource.All<EndpointAnnotation>()
        select AllocateAsync(resource, endpoint, cancellationToken));

    /// <summary>The services that a run of the resource produces.</summary>
    public IReadOnlyList<DcpServiceProducer> ProducersOf(IResource resource) =>
        [.. resource.All<EndpointAnnotation>().Where(static endpoint => endpoint.IsProxied)
            .Select(endpoint => new DcpServiceProducer(ServiceName(resource, endpoint), Host, TargetPort(endpoint)))];

    private async Task AllocateAsync(IResource resource, EndpointAnnotation endpoint, CancellationToken cancellationToken)
    {
        if (!endpoint.IsProxied)
        {
            var port = PublicPort(endpoint) ?? PortCheck.FindFree();
            endpoint.AllocatedEndpoint = new AllocatedEndpoint(endpoint, Host, port, port.ToString(CultureInfo.InvariantCulture));
            return;
        }

        var name = ServiceName(resource, endpoint);
        var target = TargetPort(endpoint)?.ToString(CultureInfo.InvariantCulture) ?? $$$"""{{- portForServing "{{{name}}}" -}}""";
        await dcp.Client.CreateAsync(new DcpService(new DcpMetadata(name), new DcpServiceSpec(PublicPort(endpoint))), cancellationToken);
        endpoint.AllocatedEndpoint = new AllocatedEndpoint(endpoint, Host, await EffectivePortAsync(name, resource, cancellationToken), target);
    }

    private async Task<int> EffectivePortAsync(string name, IResource resource, CancellationToken cancellationToken)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        timeout.CancelAfter(s_timeout);
        try
        {
            while (true)
            {
                if ((await dcp.Client.GetAsync<DcpService>(name, timeout.Token))?.Status?.EffectivePort is { } port and > 0)
                {
                    return port;
                }

                await Task.Delay(s_interval, timeout.Token);
            }
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // DCP keeps silent about a port that was taken between the check and now.
            throw new DistributedApplicationException($"Aspire's orchestrator could not open a port for '{resource.Name}' within {s_timeout.TotalSeconds} seconds. Is the port in use?");
        }
    }

    private int? PublicPort(EndpointAnnotation endpoint) =>
        _randomize ? null : endpoint.Port ?? (endpoint.IsProxied ? null : endpoint.TargetPort);

    private int? TargetPort(EndpointAnnotation endpoint) => _randomize ? null : endpoint.TargetPort;

    private static string ServiceName(IResource resource, EndpointAnnotation endpoint) => $"{resource.Name}-{endpoint.Name}".ToLowerInvariant();
}
