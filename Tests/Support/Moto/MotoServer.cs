using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Xunit;

namespace Iris.Tests.Support;

/// <summary>moto in a process of its own, on a free port: CloudFormation, S3, DynamoDB, SQS and IAM, in memory, for any key pair.</summary>
public sealed class MotoServer : IAsyncLifetime
{
    private const string Program = "moto_server";

    // Python starts slowly where the machine is busy.
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(2);

    private Process? _process;
    private Uri? _endpoint;

    /// <summary>What goes into <c>AWS_ENDPOINT_URL</c>. Whoever asks for it where there is no moto is skipped.</summary>
    public Uri Endpoint
    {
        get
        {
            Programs.Require(Program);
            return _endpoint!;
        }
    }

    /// <inheritdoc />
    public async ValueTask InitializeAsync()
    {
        if (!Programs.IsThere(Program))
        {
            return;
        }

        var port = FreePort();
        _endpoint = new UriBuilder(Uri.UriSchemeHttp, "127.0.0.1", port).Uri;
        _process = Process.Start(new ProcessStartInfo(Program, ["-H", "127.0.0.1", "-p", port.ToString(CultureInfo.InvariantCulture)])
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        })!;
        _process.BeginErrorReadLine();
        _process.BeginOutputReadLine();
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        deadline.CancelAfter(s_patience);
        using var client = new HttpClient();
        while (!await AnswersAsync(client, deadline.Token))
        {
            await Task.Delay(TimeSpan.FromMilliseconds(100), deadline.Token);
        }
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (_process is { } process)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(CancellationToken.None);
            process.Dispose();
        }
    }

    private async Task<bool> AnswersAsync(HttpClient client, CancellationToken cancellationToken)
    {
        if (_process!.HasExited)
        {
            throw new InvalidOperationException("moto_server ended before it answered.");
        }

        try
        {
            using var response = await client.GetAsync(new Uri(Endpoint, "/moto-api/data.json"), cancellationToken);
            return response.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
