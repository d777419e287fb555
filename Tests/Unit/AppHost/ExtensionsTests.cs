using System.Net;
using System.Net.Sockets;
using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Iris.AppHost;

namespace Iris.Tests.Unit.AppHost;

public sealed class ExtensionsTests
{
    private readonly IDistributedApplicationBuilder _builder = DistributedApplication.CreateBuilder([]);

    [Fact]
    public void Every_port_in_use_is_named_with_its_purpose_and_the_cure()
    {
        using var dashboards = Take(out var dashboard);
        using var sites = Take(out var site);
        _builder.Configuration["ASPNETCORE_URLS"] = $"http://localhost:{dashboard}";
        AddServer("site", site);
        AddServer("api", port: 1);

        Assert.Equal(
            $"In use already: port {site}, for site, port {dashboard}, for the dashboard. End what listens there, or choose another port (--help).",
            _builder.PortConflict());
    }

    [Fact]
    public void A_port_wanted_twice_is_named_with_both()
    {
        AddServer("site", port: 1);
        AddServer("api", port: 1);

        Assert.Equal("Port 1 is wanted by site and by api: give one of them another (--help).", _builder.PortConflict());
    }

    [Fact]
    public void Where_ports_are_drawn_no_port_is_wanted()
    {
        using var taken = Take(out var port);
        var site = AddServer("site", port);
        _builder.Configuration["DcpPublisher:RandomizePorts"] = "true";

        _builder.DrawPorts();

        Assert.Null(Assert.Single(site.Resource.Annotations.OfType<EndpointAnnotation>()).Port);
        Assert.Null(_builder.PortConflict());
    }

    [Fact]
    public void A_program_that_is_missing_is_named_with_who_needs_it_and_where_to_get_it()
    {
        _builder.AddExecutable("database", "no-such-tool", ".").WithRequiredCommand("no-such-tool", "https://tool.example.org");

        Assert.Equal("'no-such-tool', which database needs, is not on the PATH: https://tool.example.org.", _builder.MissingCommand());
    }

    [Fact]
    public void A_program_on_the_path_is_found()
    {
        _builder.AddExecutable("database", "dotnet", ".").WithRequiredCommand("dotnet");

        Assert.Null(_builder.MissingCommand());
    }

    private static TcpListener Take(out int port)
    {
        var listener = new TcpListener(IPAddress.Loopback, port: 0);
        listener.Start();
        port = ((IPEndPoint)listener.LocalEndpoint).Port;
        return listener;
    }

    private IResourceBuilder<ExecutableResource> AddServer(string name, int port) =>
        _builder.AddExecutable(name, "sh", ".").WithHttpEndpoint(port, isProxied: false);
}
