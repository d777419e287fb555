using System.Diagnostics;
using System.Text.RegularExpressions;
using Iris.Tests.Support;

namespace LocalAws.Tests.OpenId;

/// <summary>LocalAws/OpenId/server.js in a process of its own, for a site at <see cref="Site"/>.</summary>
internal sealed partial class OpenIdServer : IDisposable
{
    public const string Site = "http://localhost:8080";

    private readonly Process _process;

    private OpenIdServer(Process process, Uri issuer) => (_process, Issuer) = (process, issuer);

    public Uri Issuer { get; }

    public static async Task<OpenIdServer> StartAsync(CancellationToken cancellationToken)
    {
        var process = Process.Start(
            new ProcessStartInfo("node", [Repository.PathOf("LocalAws", "OpenId", "server.js"), "--port", "0", "--origins", Site])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
        while (await process.StandardOutput.ReadLineAsync(cancellationToken) is { } line)
        {
            if (Url().Match(line) is { Success: true } url)
            {
                return new(process, new Uri(url.Value));
            }
        }

        throw new InvalidOperationException("The provider did not start.");
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
    }

    [GeneratedRegex(@"http://127\.0\.0\.1:\d+")]
    private static partial Regex Url();
}
