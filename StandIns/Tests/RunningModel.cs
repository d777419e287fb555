using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.DependencyInjection;

namespace StandIns.Tests;

/// <summary>A small model on the real orchestrator.</summary>
internal sealed class RunningModel : IAsyncDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(60);

    private readonly DistributedApplication _app;
    private readonly CancellationTokenSource _deadline;
    private readonly Task _start;

    private RunningModel(DistributedApplication app)
    {
        _app = app;
        _deadline = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        _deadline.CancelAfter(s_patience);
        _start = app.StartAsync(_deadline.Token);
    }

    /// <summary>Begins to start a model: what waits for ever in it would keep its start waiting, too.</summary>
    public static RunningModel Start(Action<IDistributedApplicationBuilder> describe)
    {
        // The assembly of the AppHost says where the orchestrator lies.
        var builder = DistributedApplication.CreateBuilder(
            new DistributedApplicationOptions { AssemblyName = typeof(Projects.AppHost).Assembly.GetName().Name, DisableDashboard = true });
        builder.Configuration["DcpPublisher:RandomizePorts"] = builder.Configuration["DcpPublisher:WaitForResourceCleanup"] = "true";
        describe(builder);
        return new RunningModel(builder.Build());
    }

    public Task<ResourceEvent> UntilAsync(string resource, string state) =>
        _app.ResourceNotifications.WaitForResourceAsync(resource, change => change.Snapshot.State?.Text == state, _deadline.Token);

    public Task<ExecuteCommandResult> CommandAsync(string resource, string command) =>
        _app.ResourceCommands.ExecuteCommandAsync(resource, command, _deadline.Token);

    public CustomResourceSnapshot Now(string resource) =>
        _app.ResourceNotifications.TryGetCurrentState(resource, out var current)
            ? current.Snapshot
            : throw new InvalidOperationException($"No '{resource}'.");

    /// <summary>
    /// The console log of a resource, up to the line that holds a text. What the orchestrator itself says there is left out: it repeats
    /// arguments.
    /// </summary>
    public async Task<IReadOnlyList<string>> LogUntilAsync(string resource, string text)
    {
        var model = _app.Services.GetRequiredService<DistributedApplicationModel>();
        var logs = _app.Services.GetRequiredService<ResourceLoggerService>();
        List<string> lines = [];
        try
        {
            await foreach (
                var batch in logs.WatchAsync(model.Resources.Single(each => each.Name == resource)).WithCancellation(_deadline.Token))
            {
                foreach (var line in batch.Select(static line => line.Content).Where(static line => !line.Contains("[sys]", StringComparison.Ordinal)))
                {
                    lines.Add(line);
                    if (line.Contains(text, StringComparison.Ordinal))
                    {
                        return lines;
                    }
                }
            }
        }
        catch (OperationCanceledException canceled) when (_deadline.IsCancellationRequested)
        {
            throw new TimeoutException(
                $"'{resource}' is {Now(resource).State?.Text} and did not say '{text}', but: {string.Join(Environment.NewLine, lines)}",
                canceled);
        }

        throw new InvalidOperationException("The log ended.");
    }

    public async ValueTask DisposeAsync()
    {
        await _deadline.CancelAsync();
        await _start.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await _app.StopAsync(CancellationToken.None);
        await _app.DisposeAsync();
        _deadline.Dispose();
    }
}
