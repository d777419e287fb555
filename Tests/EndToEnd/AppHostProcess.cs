using System.Diagnostics;
using Iris.Tests.Support;

namespace Iris.Tests.EndToEnd;

/// <summary>The AppHost as a process of its own, and everything that descends from it.</summary>
internal sealed class AppHostProcess : IDisposable
{
    private readonly Descendants _descendants = new();
    private readonly Process _process;
    private readonly TaskCompletionSource<Uri> _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public AppHostProcess(params string[] args) : this(new Dictionary<string, string>(), args)
    {
    }

    /// <summary>With an environment of its own, which whatever it starts inherits.</summary>
    public AppHostProcess(IReadOnlyDictionary<string, string> environment, params string[] args)
    {
        _process = new Process
        {
            // A runner in the background ignores SIGINT, and so would whatever it starts.
            StartInfo = new ProcessStartInfo("env", ["--default-signal=INT", "dotnet", typeof(Projects.AppHost).Assembly.Location, .. args])
            {
                RedirectStandardOutput = true,
                Environment =
                {
                    ["DcpPublisher__RandomizePorts"] = "true",
                    // What the launch settings say, on any port.
                    ["DOTNET_ENVIRONMENT"] = "Development",
                    ["ASPIRE_ALLOW_UNSECURED_TRANSPORT"] = "true",
                    ["ASPNETCORE_URLS"] = "http://localhost:0",
                    ["ASPIRE_DASHBOARD_OTLP_ENDPOINT_URL"] = "http://localhost:0",
                },
            },
        };
        _descendants.Mark(_process.StartInfo);
        foreach (var (name, value) in environment)
        {
            _process.StartInfo.Environment[name] = value;
        }

        _process.OutputDataReceived += (_, line) => Read(line.Data);
        _process.Start();
        _process.BeginOutputReadLine();
    }

    public int ExitCode => _process.ExitCode;

    /// <summary>Waits until the site answers, and tells where.</summary>
    public Task<Uri> ReadyAsync(CancellationToken cancellationToken) => _ready.Task.WaitAsync(TimeSpan.FromMinutes(2), cancellationToken);

    public async Task SignalAsync(string signal, CancellationToken cancellationToken)
    {
        using var kill = Process.Start("kill", [$"-{signal}", $"{_process.Id}"]);
        await kill.WaitForExitAsync(cancellationToken);
        await _process.WaitForExitAsync(cancellationToken).WaitAsync(TimeSpan.FromMinutes(1), cancellationToken);
    }

    /// <summary>The processes that were started, directly or not, by this one and still run.</summary>
    public IEnumerable<string> Left() => _descendants.Left();

    /// <summary>Waits until no process is left, and tells those that stay.</summary>
    public Task<IReadOnlyList<string>> UntilNoneIsLeftAsync(TimeSpan limit, CancellationToken cancellationToken) =>
        _descendants.UntilNoneIsLeftAsync(limit, cancellationToken);

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
    }

    private void Read(string? line)
    {
        const string Announcement = "Iris is ready at ";
        if (line?.IndexOf(Announcement, StringComparison.Ordinal) is { } start and >= 0)
        {
            _ready.TrySetResult(new Uri(line[(start + Announcement.Length)..]));
        }
    }
}
