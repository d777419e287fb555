using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Aspire.Hosting.Orchestration;

/// <summary>
/// Ends the application when the <c>dotnet run</c> that began it was killed: nobody could end it with Ctrl-C any more. Upstream's
/// command line is watched in the same way.
/// </summary>
internal sealed partial class ParentWatch(IHostApplicationLifetime lifetime, ILogger<DistributedApplication> logger)
{
    private static readonly TimeSpan s_interval = TimeSpan.FromSeconds(1);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        // Only Linux says in a file who the parent is.
        if (!OperatingSystem.IsLinux() || Parent() is not { } parent || !IsDotnetRun(parent))
        {
            return;
        }

        while (Parent() == parent)
        {
            await Task.Delay(s_interval, cancellationToken);
        }

        ParentGone();
        lifetime.StopApplication();
    }

    // "4242 (App Host) S 4241 ...": the name may hold anything, so the fields are counted from its closing bracket.
    private static int? Parent()
    {
        var stat = File.ReadAllText("/proc/self/stat");
        var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        return int.TryParse(fields[1], out var parent) ? parent : null;
    }

    private static bool IsDotnetRun(int process)
    {
        var commandLine = $"/proc/{process}/cmdline";
        return File.Exists(commandLine)
            && File.ReadAllText(commandLine).Split('\0') is [var command, "run", ..]
            && Path.GetFileName(command) == "dotnet";
    }

    [LoggerMessage(1, LogLevel.Warning, "The command that started the application is gone: stopping.")]
    private partial void ParentGone();
}
