using Microsoft.Extensions.DependencyInjection;

namespace Iris.AppHost;

/// <summary>Starts a Lambda sandbox again when it dies, as Lambda does; one that was stopped stays stopped.</summary>
internal static class SandboxRestarts
{
    private static readonly TimeSpan s_pause = TimeSpan.FromSeconds(1);

    public static IResourceBuilder<T> WithSandboxRestarts<T>(this IResourceBuilder<T> builder) where T : IResource
    {
        builder.ApplicationBuilder.Eventing.Subscribe<BeforeStartEvent>((start, cancellationToken) =>
        {
            _ = WatchAsync(builder.Resource, start.Services, cancellationToken);
            return Task.CompletedTask;
        });
        return builder;
    }

    private static async Task WatchAsync(IResource sandboxes, IServiceProvider services, CancellationToken cancellationToken)
    {
        var notifications = services.GetRequiredService<ResourceNotificationService>();
        var commands = services.GetRequiredService<ResourceCommandService>();
        var stopped = new HashSet<string>();
        await foreach (var change in notifications.WatchAsync(cancellationToken))
        {
            if (change.Resource != sandboxes)
            {
                continue;
            }

            var state = change.Snapshot.State?.Text;
            if (state == KnownResourceStates.Stopping)
            {
                stopped.Add(change.ResourceId);
            }
            else if (state == KnownResourceStates.Starting)
            {
                stopped.Remove(change.ResourceId);
            }
            else if (state is "Exited" or "Finished" && stopped.Add(change.ResourceId))
            {
                _ = RestartAsync(commands, change.ResourceId, cancellationToken);
            }
        }
    }

    private static async Task RestartAsync(ResourceCommandService commands, string sandbox, CancellationToken cancellationToken)
    {
        // A sandbox that dies at once must not keep the machine busy with its starts.
        await Task.Delay(s_pause, cancellationToken);
        await commands.ExecuteCommandAsync(sandbox, KnownResourceCommands.StartCommand, cancellationToken);
    }
}
