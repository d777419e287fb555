using System.Text.Json;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Dcp;
using Aspire.Hosting.Eventing;
using Microsoft.Extensions.Logging;

namespace Aspire.Hosting.Orchestration;

/// <summary>Starts, stops and restarts processes.</summary>
internal sealed class Lifecycle(
    DcpHost dcp,
    LaunchPlanner planner,
    EndpointAllocation endpoints,
    ProjectBuild builds,
    Instances instances,
    ConsoleLogs consoleLogs,
    ResourceNotificationService notifications,
    ResourceLoggerService logs,
    IDistributedApplicationEventing eventing,
    IServiceProvider services,
    ILogger<DistributedApplication> logger)
{
    /// <summary>Starts a process for the first time, when all that it waits for is there.</summary>
    public async Task StartAfterDependenciesAsync(Instance instance, CancellationToken cancellationToken)
    {
        if (instance.Resource.Has<ExplicitStartupAnnotation>())
        {
            await PublishStateAsync(instance, new(KnownResourceStates.NotStarted, Style: null));
            return;
        }

        try
        {
            await WaitAsync(instance, cancellationToken);
        }
        catch (DistributedApplicationException exception)
        {
            await FailAsync(instance, exception.Message);
            return;
        }

        await StartAsync(instance, cancellationToken);
    }

    /// <summary>Starts a process that does not run; one that waits for others is started without them.</summary>
    public async Task<bool> StartAsync(Instance instance, CancellationToken cancellationToken)
    {
        if (instance.Waiting is { IsCancellationRequested: false } waiting)
        {
            await waiting.CancelAsync();
            return true;
        }

        return instance.IsRunning || await RestartAsync(instance, cancellationToken);
    }

    /// <summary>Ends a process; returns when it is gone.</summary>
    public async Task StopAsync(Instance instance, CancellationToken cancellationToken)
    {
        using var turn = await instance.TakeTurnAsync(cancellationToken);
        await EndAsync(instance, cancellationToken);
    }

    /// <summary>
    /// Ends a process and starts it again. If its sources have changed it is built first, and the other replicas restart
    /// with it: they run from the files that the build replaces.
    /// </summary>
    public async Task<bool> RestartAsync(Instance instance, CancellationToken cancellationToken)
    {
        var build = instance.Run is not null && builds.IsStale(instance.Resource);
        var affected = instances.Of(instance.Resource).Where(other => other == instance || (build && other.IsRunning)).ToArray();
        var turns = new List<IDisposable>();
        try
        {
            foreach (var each in affected)
            {
                turns.Add(await each.TakeTurnAsync(cancellationToken));
            }

            await Task.WhenAll(affected.Select(each => EndAsync(each, cancellationToken)));
            if (build && !await BuildAsync(instance, affected, cancellationToken))
            {
                return false;
            }

            return (await Task.WhenAll(affected.Select(each => LaunchAsync(each, cancellationToken)))).All(static launched => launched);
        }
        finally
        {
            turns.ForEach(static turn => turn.Dispose());
        }
    }

    private async Task WaitAsync(Instance instance, CancellationToken cancellationToken)
    {
        var dependencies = instance.Resource.All<WaitAnnotation>().Select(static wait => $"'{wait.Resource.Name}'").Distinct().ToArray();
        if (dependencies.Length == 0)
        {
            return;
        }

        logs.GetLogger(instance.Id).WaitingFor(string.Join(", ", dependencies));
        await PublishStateAsync(instance, new(KnownResourceStates.Waiting, KnownResourceStateStyles.Info));
        using var waiting = instance.Waiting = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        try
        {
            await notifications.WaitForDependenciesAsync(instance.Resource, waiting.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // The user starts the resource without waiting.
        }
        finally
        {
            instance.Waiting = null;
        }
    }

    private async Task<bool> LaunchAsync(Instance instance, CancellationToken cancellationToken)
    {
        try
        {
            await PublishStateAsync(instance, new(KnownResourceStates.Starting, KnownResourceStateStyles.Info));
            await eventing.PublishAsync(new BeforeResourceStartedEvent(instance.Resource, services), cancellationToken);
            var run = instance.BeginRun(await planner.PlanAsync(instance, logs.GetLogger(instance.Id), cancellationToken));
            await dcp.Client.CreateAsync(ToExecutable(instance, run), cancellationToken);
            _ = consoleLogs.FollowAsync(instance, run, cancellationToken);
            return true;
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            instance.Ended.TrySetResult();
            await FailAsync(instance, exception.Message);
            return false;
        }
    }

    private async Task<bool> BuildAsync(Instance instance, Instance[] affected, CancellationToken cancellationToken)
    {
        await Task.WhenAll(affected.Select(each => PublishStateAsync(each, new(KnownResourceStates.Building, KnownResourceStateStyles.Info))));
        try
        {
            await builds.BuildAsync(instance.Resource, logs.GetLogger(instance.Id), cancellationToken);
            return true;
        }
        catch (DistributedApplicationException exception)
        {
            await Task.WhenAll(affected.Select(each => FailAsync(each, exception.Message)));
            return false;
        }
    }

    private async Task EndAsync(Instance instance, CancellationToken cancellationToken)
    {
        if (!instance.IsRunning)
        {
            return;
        }

        instance.IsStopRequested = true;
        await PublishStateAsync(instance, new(KnownResourceStates.Stopping, KnownResourceStateStyles.Info));
        await dcp.Client.StopAsync(instance.Run!, cancellationToken);
        await instance.Ended.Task.WaitAsync(cancellationToken);
    }

    private async Task FailAsync(Instance instance, string reason)
    {
        logs.GetLogger(instance.Id).CouldNotStart(reason);
        logger.CouldNotStart($"'{instance.Resource.Name}': {reason}");
        await PublishStateAsync(instance, new(KnownResourceStates.FailedToStart, KnownResourceStateStyles.Error));
    }

    private Task PublishStateAsync(Instance instance, ResourceStateSnapshot state) =>
        notifications.PublishUpdateAsync(instance.Resource, instance.Id, snapshot => snapshot with { State = state, IsReady = false });

    private DcpExecutable ToExecutable(Instance instance, string run)
    {
        var plan = instance.Plan!;
        var annotations = new Dictionary<string, string> { ["resource-name"] = instance.Resource.Name };
        if (endpoints.ProducersOf(instance.Resource) is { Count: > 0 } producers)
        {
            annotations["service-producer"] = JsonSerializer.Serialize(producers, DcpJson.Options);
        }

        return new DcpExecutable(
            new DcpMetadata(run) { Annotations = annotations },
            new DcpExecutableSpec(plan.Command, plan.WorkingDirectory, plan.Args, [.. plan.Environment.Select(static set => new DcpEnvironmentVariable(set.Key, set.Value))]));
    }
}
