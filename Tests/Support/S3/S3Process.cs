using System.Diagnostics;
using System.Globalization;
using LocalAws.Shared;

namespace Iris.Tests.Support.S3;

/// <summary>The local S3 as a process of its own: to kill it, and to weigh it.</summary>
public sealed class S3Process : IAsyncDisposable
{
    private readonly Process _process;

    private S3Process(Process process, Uri endpoint) => (_process, Endpoint) = (process, endpoint);

    /// <summary>Where it listens.</summary>
    public Uri Endpoint { get; }

    /// <summary>The most memory that it ever held, in bytes (Linux).</summary>
    public long PeakWorkingSet => 1024 * File.ReadLines($"/proc/{_process.Id}/status")
        .Where(line => line.StartsWith("VmHWM:", StringComparison.Ordinal))
        .Select(line => long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture))
        .Single();

    /// <summary>Starts it over a directory, on a free port.</summary>
    public static async Task<S3Process> StartAsync(string dataDirectory, Uri? lambdaEndpoint, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "LocalAws.S3"), ["--urls=http://127.0.0.1:0"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment =
            {
                ["S3__DataDirectory"] = dataDirectory,
                ["AWS_ACCESS_KEY_ID"] = LocalAccount.AccessKeyId,
                ["AWS_SECRET_ACCESS_KEY"] = LocalAccount.SecretAccessKey,
                ["AWS_REGION"] = LocalAccount.Region,
                ["AWS_ENDPOINT_URL_LAMBDA"] = lambdaEndpoint?.AbsoluteUri ?? "",
                ["OTEL_EXPORTER_OTLP_ENDPOINT"] = "",
            },
        };
        var process = Process.Start(start) ?? throw new InvalidOperationException("The local S3 did not start.");
        var errors = process.StandardError.ReadToEndAsync(CancellationToken.None);
        try
        {
            return await ReadEndpointAsync(process.StandardOutput, cancellationToken) is { } endpoint
                ? new S3Process(process, endpoint)
                : throw new InvalidOperationException($"The local S3 ended before it listened: {await errors}");
        }
        catch
        {
            process.Kill();
            process.Dispose();
            throw;
        }
    }

    /// <summary>SIGKILL: nothing is flushed.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>Ends the process.</summary>
    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            await KillAsync();
        }

        _process.Dispose();
    }

    // info: … Now listening on: http://127.0.0.1:41277
    private static async Task<Uri?> ReadEndpointAsync(StreamReader output, CancellationToken cancellationToken)
    {
        const string Listening = "Now listening on: ";
        while (await output.ReadLineAsync(cancellationToken) is { } line)
        {
            if (line.IndexOf(Listening, StringComparison.Ordinal) is var at and >= 0)
            {
                _ = output.ReadToEndAsync(CancellationToken.None);
                return new Uri(line[(at + Listening.Length)..]);
            }
        }

        return null;
    }
}
