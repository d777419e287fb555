using System.Globalization;
using Spectre.Console;

namespace Iris.Deployment.Stacks;

/// <summary>Shows the events of a stack as they come, until the operation that makes them has ended.</summary>
public sealed class StackEvents(IDeploymentConsole console)
{
    private static readonly TimeSpan s_pause = TimeSpan.FromSeconds(1.5);

    private readonly HashSet<string> _seen = [];

    /// <summary>Forgets what has happened so far, so that only what comes is shown and judged.</summary>
    public async Task SkipAsync(string stack, CancellationToken cancellationToken)
    {
        foreach (var it in await CloudFormation.LatestEventsAsync(stack, cancellationToken))
        {
            _seen.Add(it.EventId);
        }
    }

    /// <summary>The status with which the operation ends.</summary>
    public async Task<string> FollowAsync(string stackId, CancellationToken cancellationToken)
    {
        while (true)
        {
            string? end = null;

            foreach (
                var it in (await CloudFormation.LatestEventsAsync(stackId, cancellationToken)).Reverse().Where(it => _seen.Add(it.EventId)))
            {
                Show(it);
                end = it.IsOfStack && StackStates.Of(it.ResourceStatus) is not (StackState.Busy or StackState.Planned)
                    ? it.ResourceStatus
                    : end;
            }

            if (end is not null)
            {
                return end;
            }

            await Task.Delay(s_pause, cancellationToken);
        }
    }

    private void Show(StackEvent it)
    {
        var color = it.ResourceStatus switch
        {
            var status when status.Contains("FAILED", StringComparison.Ordinal) || status.Contains("ROLLBACK", StringComparison.Ordinal) =>
                "red",
            var status when status.EndsWith("_COMPLETE", StringComparison.Ordinal) => "green",
            _ => "grey",
        };
        console.Screen.MarkupLine(string.Create(
            CultureInfo.InvariantCulture,
            $"  {it.Timestamp.ToLocalTime():HH:mm:ss} [{color}]{it.ResourceStatus,-28}[/] {Markup.Escape($"{it.LogicalResourceId} {it.ResourceStatusReason}")}"));
    }
}

/// <summary>Something that happened to a resource of a stack.</summary>
public sealed record StackEvent(
    string EventId,
    string StackId,
    string LogicalResourceId,
    string? PhysicalResourceId,
    string ResourceType,
    DateTimeOffset Timestamp,
    string ResourceStatus,
    string? ResourceStatusReason)
{
    /// <summary>Whether it is about the stack as a whole.</summary>
    public bool IsOfStack => PhysicalResourceId == StackId;
}
