using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.DependencyInjection;

namespace Aspire.Hosting.Orchestration;

/// <summary>Gives every process its start, stop and restart.</summary>
internal static class BuiltInCommands
{
    public static void AddTo(IResource resource)
    {
        Add(resource, KnownResourceCommands.StartCommand, "Start", "Play", isHighlighted: true, StartState, async (lifecycle, instance, cancellationToken) =>
            await lifecycle.StartAsync(instance, cancellationToken) ? CommandResults.Success() : CommandResults.Failure($"'{instance.Resource.Name}' could not be started. See its console log."));
        Add(resource, KnownResourceCommands.StopCommand, "Stop", "Stop", isHighlighted: true, StopState, async (lifecycle, instance, cancellationToken) =>
        {
            await lifecycle.StopAsync(instance, cancellationToken);
            return CommandResults.Success();
        });
        Add(resource, KnownResourceCommands.RestartCommand, "Restart", "ArrowCounterclockwise", isHighlighted: false, RestartState, async (lifecycle, instance, cancellationToken) =>
            await lifecycle.RestartAsync(instance, cancellationToken) ? CommandResults.Success() : CommandResults.Failure($"'{instance.Resource.Name}' could not be restarted. See its console log."));
    }

    private static void Add(
        IResource resource,
        string name,
        string displayName,
        string iconName,
        bool isHighlighted,
        Func<string?, ResourceCommandState> state,
        Func<Lifecycle, Instance, CancellationToken, Task<ExecuteCommandResult>> execute) =>
        resource.Annotations.Add(new ResourceCommandAnnotation(
            name,
            displayName,
            context => state(context.ResourceSnapshot.State?.Text),
            context => execute(
                context.ServiceProvider.GetRequiredService<Lifecycle>(),
                context.ServiceProvider.GetRequiredService<Instances>().ById(context.ResourceName),
                context.CancellationToken),
            new CommandOptions
            {
                Description = $"{displayName} the resource.",
                IconName = iconName,
                IconVariant = isHighlighted ? IconVariant.Filled : IconVariant.Regular,
                IsHighlighted = isHighlighted,
            }));

    private static ResourceCommandState StartState(string? state) => state switch
    {
        "Starting" or "Building" or "Stopping" or null => ResourceCommandState.Disabled,
        "Running" => ResourceCommandState.Hidden,
        _ => ResourceCommandState.Enabled,
    };

    private static ResourceCommandState StopState(string? state) => state switch
    {
        "Running" => ResourceCommandState.Enabled,
        "Stopping" => ResourceCommandState.Disabled,
        _ => ResourceCommandState.Hidden,
    };

    private static ResourceCommandState RestartState(string? state) =>
        state == "Running" ? ResourceCommandState.Enabled : ResourceCommandState.Disabled;
}
