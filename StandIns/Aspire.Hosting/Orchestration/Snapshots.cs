using System.Collections.Immutable;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Dcp;

namespace Aspire.Hosting.Orchestration;

/// <summary>Translates what DCP says about a process into what the dashboard shows.</summary>
internal static class Snapshots
{
    public static CustomResourceSnapshot Apply(CustomResourceSnapshot snapshot, Instance instance, DcpExecutableStatus status)
    {
        var running = status.State == "Running";
        return snapshot with
        {
            State = StateOf(instance, status),
            ExitCode = status.HasEnded ? status.ExitCode : null,
            StartTimeStamp = status.StartupTimestamp ?? snapshot.StartTimeStamp,
            StopTimeStamp = status.HasEnded ? status.FinishTimestamp ?? DateTime.UtcNow : null,
            IsReady = running && snapshot.IsReady,
            HealthReports = running ? snapshot.HealthReports : [.. snapshot.HealthReports.Select(static report => report with { Status = null })],
            EnvironmentVariables = EnvironmentOf(instance.Plan!, status),
            Properties = PropertiesOf(instance, status),
        };
    }

    public static ImmutableArray<ResourcePropertySnapshot> PropertiesOf(Instance instance, DcpExecutableStatus? status)
    {
        var plan = instance.Plan;
        IEnumerable<ResourcePropertySnapshot> properties =
        [
            new("project.path", instance.Resource.TryGetLastAnnotation<IProjectMetadata>(out var project) ? project.ProjectPath : null),
            new("executable.path", plan?.Command),
            new("executable.workDir", plan?.WorkingDirectory),
            new("executable.args", status?.EffectiveArgs ?? plan?.Args),
            new("executable.pid", status is { HasEnded: false } ? status.Pid : null),
            new("resource.exitCode", status is { HasEnded: true } ? status.ExitCode : null),
        ];
        return [.. properties.Where(static property => property.Value is not null)];
    }

    // Only what the model set: the effective environment holds the user's own too, with whatever secrets are in it.
    private static ImmutableArray<EnvironmentVariableSnapshot> EnvironmentOf(LaunchPlan plan, DcpExecutableStatus status)
    {
        var effective = (status.EffectiveEnv ?? []).DistinctBy(static variable => variable.Name).ToDictionary(static variable => variable.Name, static variable => variable.Value);
        return [.. plan.Environment.Select(set => new EnvironmentVariableSnapshot(set.Key, effective.GetValueOrDefault(set.Key) ?? set.Value, IsFromSpec: true))];
    }

    private static ResourceStateSnapshot StateOf(Instance instance, DcpExecutableStatus status) => status.State switch
    {
        "Running" => new(KnownResourceStates.Running, KnownResourceStateStyles.Success),
        "Finished" when status.ExitCode is 0 => new(KnownResourceStates.Finished, Style: null),
        "Finished" or "Terminated" when instance.IsStopRequested => new(KnownResourceStates.Exited, Style: null),
        "Finished" or "Terminated" => new(KnownResourceStates.Exited, KnownResourceStateStyles.Error),
        "FailedToStart" => new(KnownResourceStates.FailedToStart, KnownResourceStateStyles.Error),
        var state => new(state!, KnownResourceStateStyles.Info),
    };
}
