using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.Security;
using Aspire.Hosting.Orchestration;

namespace Aspire.Hosting.Dcp;

/// <summary>
/// Runs DCP, Aspire's orchestrator. DCP watches this process and ends everything it has started when this process is gone,
/// however it went.
/// </summary>
internal sealed class DcpHost(AspireBundle bundle) : IAsyncDisposable
{
    private static readonly TimeSpan s_startTimeout = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan s_stopTimeout = TimeSpan.FromSeconds(25);

    private readonly DcpCertificate _certificate = new();
    private string? _session;
    private DcpClient? _client;

    public DcpClient Client => _client ?? throw new InvalidOperationException("DCP has not been started.");

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        // Created for this user alone (0700): it holds the key and the token. DCP removes it.
        _session = Directory.CreateTempSubdirectory("aspire-dcp-").FullName;
        string certificatePath = Path.Combine(_session, "tls.crt"), keyPath = Path.Combine(_session, "tls.key"), kubeconfigPath = Path.Combine(_session, "kubeconfig");
        await _certificate.WriteAsync(certificatePath, keyPath, cancellationToken);
        var start = new ProcessStartInfo(bundle.LocateDcp())
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = _session,
            ArgumentList =
            {
                "start-apiserver", "--monitor", $"{Environment.ProcessId}", "--detach", "--kubeconfig", kubeconfigPath,
                "--tls-cert-file", certificatePath, "--tls-key-file", keyPath,
            },
        };
        start.Environment["DCP_SESSION_FOLDER"] = _session;
        start.HideHostEnvironment();
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        timeout.CancelAfter(s_startTimeout);
        try
        {
            await LaunchAsync(start, timeout.Token);
            _client = Connect(await Kubeconfig.ReadAsync(kubeconfigPath, timeout.Token));
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new DistributedApplicationException($"Aspire's orchestrator '{start.FileName}' did not become ready within {s_startTimeout.TotalSeconds} seconds.");
        }
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        if (Interlocked.Exchange(ref _client, null) is not { } client)
        {
            return;
        }

        using (client)
        {
            using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            timeout.CancelAfter(s_stopTimeout);
            try
            {
                await client.ShutdownAsync(timeout.Token);

                // DCP removes its folder last of all.
                while (Directory.Exists(_session))
                {
                    await Task.Delay(TimeSpan.FromMilliseconds(50), timeout.Token);
                }
            }
            catch (Exception exception) when (exception is HttpRequestException or OperationCanceledException)
            {
                // DCP is gone already, or sees by itself that this process ends.
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync(CancellationToken.None);
        _certificate.Dispose();
        if (_session is not null && Directory.Exists(_session))
        {
            Directory.Delete(_session, recursive: true);
        }
    }

    private static async Task LaunchAsync(ProcessStartInfo start, CancellationToken cancellationToken)
    {
        // With --detach it forks and returns at once.
        using var launcher = Process.Start(start)!;
        await launcher.WaitForExitAsync(cancellationToken);
        if (launcher.ExitCode != 0)
        {
            var error = await launcher.StandardError.ReadToEndAsync(cancellationToken);
            throw new DistributedApplicationException($"Aspire's orchestrator '{start.FileName}' ended with exit code {launcher.ExitCode}: {error.Trim()}");
        }
    }

    private DcpClient Connect(Kubeconfig kubeconfig)
    {
        var handler = new SocketsHttpHandler
        {
            UseProxy = false,
            SslOptions = new SslClientAuthenticationOptions { RemoteCertificateValidationCallback = (_, presented, _, _) => _certificate.Matches(presented) },
        };
        var http = new HttpClient(handler) { BaseAddress = kubeconfig.Server, Timeout = Timeout.InfiniteTimeSpan };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", kubeconfig.Token);
        return new DcpClient(http);
    }
}
