using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using Iris.Tests.Support;

namespace Iris.Benchmarks;

/// <summary>A server of its own process, started for a measurement and interrupted after it.</summary>
internal sealed partial class ServerProcess : IAsyncDisposable
{
    private const int Interrupt = 2;

    private static readonly HttpClient s_http = new() { Timeout = TimeSpan.FromSeconds(2) };

    private const int LastLines = 20;

    private readonly Process _process;
    private readonly Descendants _descendants;
    private readonly ConcurrentQueue<string> _output = [];
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private ServerProcess(ProcessStartInfo start)
    {
        _descendants = new Descendants();
        _descendants.Mark(start);
        _process = new Process { StartInfo = start, EnableRaisingEvents = true };
        _process.Exited += (_, _) => _ended.TrySetResult();
        _process.OutputDataReceived += (_, line) => Keep(line.Data);
        _process.ErrorDataReceived += (_, line) => Keep(line.Data);
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public static ServerProcess Start(string folder, string fileName, IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? environment = null)
    {
        // In a session of its own, so that the interrupt reaches what it started as well, which is what a terminal's Ctrl-C does.
        // A benchmark in the background ignores SIGINT, and so would whatever it starts.
        var start = new ProcessStartInfo("setsid", ["env", "--default-signal=INT", fileName, .. arguments])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
        {
            start.Environment[name] = value;
        }

        return new(start);
    }

    /// <summary>The assembly of one of our servers, in the configuration that this program was built in.</summary>
    public static string AssemblyOf(string project) =>
        Repository.PathOf("artifacts", "bin", project, new DirectoryInfo(AppContext.BaseDirectory).Name, $"{project}.dll");

    /// <summary>The environment of a process that Lambda invokes.</summary>
    public static Dictionary<string, string> AsSandbox(string function, LocalStack stack) => new(stack.Settings)
    {
        ["AWS_LAMBDA_RUNTIME_API"] = stack.Lambda.RuntimeApi(function),
        ["AWS_LAMBDA_FUNCTION_NAME"] = function,
        ["AWS_LAMBDA_FUNCTION_MEMORY_SIZE"] = "1024",
        ["_HANDLER"] = function,
    };

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    public async Task AnswersAsync(Uri url, CancellationToken cancellationToken)
    {
        while (!await RespondsAsync(url, cancellationToken))
        {
            if (_process.HasExited)
            {
                throw new InvalidOperationException($"{_process.StartInfo.ArgumentList[0]} ended with {_process.ExitCode} before {url} answered:\n{string.Join('\n', _output)}");
            }

            await Task.Delay(20, cancellationToken);
        }
    }

    /// <summary>The most memory that the process has held, in bytes, as Linux accounts it.</summary>
    public long PeakResidentBytes()
    {
        var line = File.ReadLines($"/proc/{_process.Id}/status").First(line => line.StartsWith("VmHWM:", StringComparison.Ordinal));
        return long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2], CultureInfo.InvariantCulture) * 1024;
    }

    /// <summary>Presses Ctrl-C, and waits until the prompt would be back: not for what may live on in the background.</summary>
    public Task InterruptAsync()
    {
        _ = Kill(-_process.Id, Interrupt);
        return _ended.Task;
    }

    /// <summary>Waits until nothing is left that it has started.</summary>
    public async Task UntilNoneIsLeftAsync(CancellationToken cancellationToken)
    {
        if (await _descendants.UntilNoneIsLeftAsync(TimeSpan.FromMinutes(1), cancellationToken, compilerStays: true) is [var first, ..] left)
        {
            throw new InvalidOperationException($"{left.Count} processes have outlived it: {first}, …");
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            await InterruptAsync();
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
    }

    // What it says is only of interest when it ends, and must not fill a pipe that nobody empties.
    private void Keep(string? line)
    {
        if (line is not null)
        {
            _output.Enqueue(line);
            _ = _output.Count > LastLines && _output.TryDequeue(out _);
        }
    }

    private static async Task<bool> RespondsAsync(Uri url, CancellationToken cancellationToken)
    {
        try
        {
            using var response = await s_http.GetAsync(url, cancellationToken);
            return response.IsSuccessStatusCode;
        }
        catch (Exception failure) when (failure is HttpRequestException or TaskCanceledException && !cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }

    [LibraryImport("libc", EntryPoint = "kill", SetLastError = true)]
    private static partial int Kill(int processId, int signal);
}
