using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Iris.Tests.Integration.AppHost;

/// <summary>What keeps the AppHost from starting is told in one line before anything starts, and the exit code is not 0.</summary>
public sealed class ObstaclesTests
{
    [Fact]
    public async Task A_port_that_is_in_use()
    {
        using var listener = new TcpListener(IPAddress.Loopback, port: 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;

        var (code, told) = await StartAsync(path: null, "--ephemeral", "--site-port", $"{port}");

        Assert.Equal(1, code);
        Assert.StartsWith("In use already: ", told, StringComparison.Ordinal);
        Assert.Contains($"port {port}, for cloudfront", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_port_that_is_wanted_twice() => Assert.Equal(
        (1, "Port 8081 is wanted by api and by cloudfront: give one of them another (--help)."),
        await StartAsync(path: null, "--ephemeral", "--site-port", "8081"));

    [Fact]
    public async Task A_tool_that_is_missing() => Assert.Equal(
        (1, "'node', which dynamodb needs, is not on the PATH: https://nodejs.org."),
        await StartAsync(path: "/nowhere", "--ephemeral"));

    [Fact]
    public async Task An_argument_that_nobody_knows() => Assert.Equal(
        (2, "Unknown argument '--epheremal'. Did you mean '--ephemeral'? --help lists all."),
        await StartAsync(path: null, "--epheremal"));

    private static async Task<(int Code, string Told)> StartAsync(string? path, params string[] args)
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "AppHost.dll"), .. args])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment =
            {
                // What the launch settings say, on any port.
                ["DOTNET_ENVIRONMENT"] = "Development",
                ["ASPIRE_ALLOW_UNSECURED_TRANSPORT"] = "true",
                ["ASPNETCORE_URLS"] = "http://localhost:0",
                ["ASPIRE_DASHBOARD_OTLP_ENDPOINT_URL"] = "http://localhost:0",
            },
        };
        if (path is not null)
        {
            start.Environment["PATH"] = path;
        }

        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(cancellationToken), process.StandardError.ReadToEndAsync(cancellationToken));
        await process.WaitForExitAsync(cancellationToken);
        Assert.Equal("", await output);
        return (process.ExitCode, (await error).TrimEnd());
    }
}
