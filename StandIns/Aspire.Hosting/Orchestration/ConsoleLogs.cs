using System.Collections.Concurrent;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Dcp;

namespace Aspire.Hosting.Orchestration;

/// <summary>Carries what processes print from DCP, which forgets it with the run, to where the dashboard reads it.</summary>
internal sealed class ConsoleLogs(DcpHost dcp, ResourceLoggerService logs)
{
    // Output ends with its process, unless a child of that holds it open. A busy machine may take seconds to read what is there.
    private static readonly TimeSpan s_drainLimit = TimeSpan.FromSeconds(10);

    // An ended run stays in it, so that nobody who comes late reads it again.
    private readonly ConcurrentDictionary<string, Lazy<Task>> _followed = [];

    /// <summary>Follows a run until its output ends; once, however often it is asked for.</summary>
    public Task FollowAsync(Instance instance, string run, CancellationToken cancellationToken) =>
        _followed.GetOrAdd(run, name => new Lazy<Task>(() => Task.WhenAll(
            CopyAsync(instance, name, "stdout", cancellationToken),
            CopyAsync(instance, name, "stderr", cancellationToken)))).Value;

    /// <summary>Waits until all that an ended run printed has been read. A short one can end before anybody has begun to.</summary>
    public async Task DrainAsync(Instance instance, string run, CancellationToken cancellationToken) =>
        await FollowAsync(instance, run, cancellationToken).WaitAsync(s_drainLimit, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

    /// <summary>Copies DCP's own remarks, which say why a process could not be started.</summary>
    public async Task CopyRemarksAsync(Instance instance, string run, CancellationToken cancellationToken)
    {
        await foreach (var line in dcp.Client.ReadLogAsync(run, "system", follow: false, cancellationToken))
        {
            logs.LogOf(instance.Id).Append(line, isError: true);
        }
    }

    private async Task CopyAsync(Instance instance, string run, string source, CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var line in dcp.Client.ReadLogAsync(run, source, follow: true, cancellationToken))
            {
                logs.LogOf(instance.Id).Append(line, isError: source == "stderr");
            }
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException or OperationCanceledException or InvalidOperationException)
        {
            // The run was cleared away, or DCP is gone: the watch of the executables sees both.
        }
    }
}
