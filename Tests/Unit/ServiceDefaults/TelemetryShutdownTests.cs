using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Hosting;

namespace Iris.Tests.Unit.ServiceDefaults;

public sealed class TelemetryShutdownTests
{
    [Fact]
    public async Task A_collector_that_does_not_answer_hardly_delays_the_end_of_a_process()
    {
        using var collector = new TcpListener(IPAddress.Loopback, port: 0);
        collector.Start();
        var builder = Host.CreateApplicationBuilder();
        builder.Configuration["OTEL_EXPORTER_OTLP_ENDPOINT"] = $"http://{collector.LocalEndpoint}";
        builder.AddServiceDefaults();
        var host = builder.Build();
        await host.StartAsync(TestContext.Current.CancellationToken);

        var watch = Stopwatch.StartNew();
        await host.StopAsync(TestContext.Current.CancellationToken);
        host.Dispose();

        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(4));
    }
}
