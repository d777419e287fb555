using System.Net;
using System.Net.Sockets;
using Aspire.Hosting;
using Aspire.Hosting.Dashboard;
using Aspire.Hosting.Orchestration;
using Microsoft.Extensions.Configuration;

namespace Iris.Tests.Unit.AspireHosting;

public sealed class PortsAreNamed
{
    [Fact]
    public void Every_busy_port_is_named_with_its_purpose_and_the_cure()
    {
        using var taken = new TcpListener(IPAddress.Loopback, port: 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port;

        var refused = Assert.Throws<DistributedApplicationException>(() => PortCheck.EnsureFree([new(port, "the dashboard", "Choose another."), new(PortCheck.FindFree(), "the site", "")]));

        Assert.Contains($"Port {port}, for the dashboard, is in use. Choose another.", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("the site", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_port_wanted_twice_is_named_with_both()
    {
        var port = PortCheck.FindFree();

        var refused = Assert.Throws<DistributedApplicationException>(() => PortCheck.EnsureFree([new(port, "'a'", ""), new(port, "'b'", "")]));

        Assert.Contains($"Port {port} is wanted by 'a' and by 'b'.", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://0.0.0.0:18888")]
    [InlineData("https://localhost:18888")]
    [InlineData("18888")]
    public void The_dashboard_listens_on_this_machine_only(string url)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("ASPNETCORE_URLS", url)]).Build();

        Assert.Contains("ASPNETCORE_URLS", Assert.Throws<DistributedApplicationException>(() => DashboardOptions.From(configuration, isEnabled: true)).Message, StringComparison.Ordinal);
    }
}
