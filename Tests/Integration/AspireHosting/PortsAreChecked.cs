using System.Net;
using System.Net.Sockets;
using Aspire.Hosting;
using Aspire.Hosting.Testing;

namespace Iris.Tests.Integration.AspireHosting;

public sealed class PortsAreChecked
{
    [Fact]
    public async Task A_busy_port_is_named_with_the_resource_that_wants_it_before_anything_starts()
    {
        using var taken = new TcpListener(IPAddress.Loopback, port: 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port;
        await using var builder = DistributedApplicationTestingBuilder.Create();
        builder.Configuration["DcpPublisher:RandomizePorts"] = "false";
        builder.AddServer("server").WithEndpoint("http", endpoint => endpoint.Port = port);
        await using var app = await builder.BuildAsync(TestContext.Current.CancellationToken);

        var refused = await Assert.ThrowsAsync<DistributedApplicationException>(() => app.StartAsync(TestContext.Current.CancellationToken));

        Assert.Contains($"Port {port}, for 'server' (http), is in use.", refused.Message, StringComparison.Ordinal);
    }
}
