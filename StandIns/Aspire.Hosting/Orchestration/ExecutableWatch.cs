using System.Text.Json;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Dcp;
using Aspire.Hosting.Eventing;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Aspire.Hosting.Orchestration;

/// <summary>Watches the processes that DCP runs and publishes what becomes of them.</summary>
internal sealed partial class ExecutableWatch(
    DcpHost dcp,
    Instances instances,
    ResourceNotificationService notifications,
    ResourceLoggerService logs,
    ConsoleLogs consoleLogs,
    IDistributedApplicationEventing eventing,
    IServiceProvider services,
    IHostApplicationLifetime lifetime,
    ILogger<ExecutableWatch> logger)
{
    // A watch that nobody renews is one that may have died unseen.
    private static readonly TimeSpan s_duration = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(500);
    private const int MaxFailures = 10;

    // What DCP reports for a process that a signal ended.
    private const int KilledExitCode = -1;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        for (var failures = 0; failures < MaxFailures && !cancellationToken.IsCancellationRequested;)
        {
            try
            {
                await foreach (var change in dcp.Client.WatchAsync<DcpExecutable>(s_duration, cancellationToken))
                {
                    failures = 0;
                    await ApplyAsync(change, cancellationToken);
                }
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception exception) when (exception is HttpRequestException or IOException or JsonException)
            {
                failures++;
                await Task.Delay(s_pause, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }

        if (!cancellationToken.IsCancellationRequested)
        {
            OrchestratorLost();
            lifetime.StopApplication();
        }
    }

    private async Task ApplyAsync(DcpEvent<DcpExecutable> change, CancellationToken cancellationToken)
    {
        var run = change.Object?.Metadata?.Name;
        if (change.Type is not ("ADDED" or "MODIFIED") || run is null || change.Object!.Status is not { State.Length: > 0 } status || instances.ByRun(run) is not { } instance)
        {
            return;
        }

        if (instance.Ended.Task.IsCompleted)
        {
            return;
        }

        await notifications.PublishUpdateAsync(instance.Resource, instance.Id, snapshot => Snapshots.Apply(snapshot, instance, status));
        if (status.HasEnded)
        {
            var unexpected = !instance.IsStopRequested && status.ExitCode is not 0;
            _ = AfterEndAsync(instance, run, status, unexpected, cancellationToken);
            instance.Ended.TrySetResult();
        }
    }

    private async Task AfterEndAsync(Instance instance, string run, DcpExecutableStatus status, bool unexpected, CancellationToken cancellationToken)
    {
        try
        {
            if (status.State == "FailedToStart")
            {
                await consoleLogs.CopyRemarksAsync(instance, run, cancellationToken);
            }

            await consoleLogs.DrainAsync(instance, run, cancellationToken);
            if (unexpected)
            {
                Explain(instance, status);
            }

            await dcp.Client.DeleteAsync<DcpExecutable>(run, cancellationToken);
            if (notifications.TryGetCurrentState(instance.Id, out var current))
            {
                await eventing.PublishAsync(new ResourceStoppedEvent(instance.Resource, services, current), cancellationToken);
            }
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException or OperationCanceledException or InvalidOperationException)
        {
            // DCP stops too: nothing is left to clear away.
        }
    }

    private void Explain(Instance instance, DcpExecutableStatus status)
    {
        const int LastLines = 5;
        var lines = logs.LogOf(instance.Id).Lines().TakeLast(LastLines).Select(static line => $"\n  {ConsoleText.Plain(line.Content)}");
        var how = status switch
        {
            { State: "FailedToStart" } => "could not be started",
            { ExitCode: KilledExitCode } => "was killed",
            _ => $"ended with exit code {status.ExitCode}",
        };
        ProcessEnded(instance.Resource.Name, how, string.Concat(lines));
        logs.GetLogger(instance.Id).Ended($"The process {how}.");
    }

    [LoggerMessage(1, LogLevel.Error, "'{Resource}' {How}. Its console log ends with:{Lines}")]
    private partial void ProcessEnded(string resource, string how, string lines);

    [LoggerMessage(2, LogLevel.Critical, "Aspire's orchestrator no longer answers, so its processes are gone. Start the application again.")]
    private partial void OrchestratorLost();
}
