using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Iris.Tests.Integration.AspireHosting;

/// <summary>A small model on the real orchestrator.</summary>
internal sealed class RunningModel : IAsyncDisposable
{
    private static readonly TimeSpan s_deadline = TimeSpan.FromSeconds(60);

    private readonly DistributedApplication _app;
    private readonly CancellationTokenSource _deadline;

    private RunningModel(DistributedApplication app, CancellationTokenSource deadline)
    {
        _app = app;
        _deadline = deadline;
    }

    public static async Task<RunningModel> StartAsync(Action<IDistributedApplicationBuilder> describe)
    {
        var builder = DistributedApplicationTestingBuilder.Create();
        describe(builder);
        var app = await builder.BuildAsync(TestContext.Current.CancellationToken);
        var deadline = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        deadline.CancelAfter(s_deadline);
        var model = new RunningModel(app, deadline);
        try
        {
            await app.StartAsync(deadline.Token);
            return model;
        }
        catch
        {
            await model.DisposeAsync();
            throw;
        }
    }

    public Task<ResourceEvent> UntilAsync(string resource, Func<CustomResourceSnapshot, bool> condition) =>
        _app.ResourceNotifications.WaitForResourceAsync(resource, change => condition(change.Snapshot), _deadline.Token);

    public Task<ResourceEvent> UntilAsync(string resource, string state) => UntilAsync(resource, snapshot => snapshot.State?.Text == state);

    public Task<ResourceEvent> UntilHealthyAsync(string resource) =>
        _app.ResourceNotifications.WaitForResourceHealthyAsync(resource, WaitBehavior.StopOnResourceUnavailable, _deadline.Token);

    public Task<ExecuteCommandResult> CommandAsync(string resource, string command) =>
        _app.ResourceCommands.ExecuteCommandAsync(resource, command, _deadline.Token);

    public HttpClient ClientOf(string resource) => _app.CreateHttpClient(resource);

    public CustomResourceSnapshot Now(string resource) =>
        _app.ResourceNotifications.TryGetCurrentState(resource, out var current) ? current.Snapshot : throw new InvalidOperationException($"No '{resource}'.");

    /// <summary>The console log of a resource, up to the line that holds a text.</summary>
    public async Task<IReadOnlyList<LogLine>> LogUntilAsync(string resource, string text)
    {
        var model = _app.Services.GetRequiredService<DistributedApplicationModel>();
        var logs = _app.Services.GetRequiredService<ResourceLoggerService>();
        List<LogLine> lines = [];
        try
        {
            await foreach (var batch in logs.WatchAsync(model.Resources.Single(each => each.Name == resource)).WithCancellation(_deadline.Token))
            {
                lines.AddRange(batch);
                if (batch.Any(line => line.Content.Contains(text, StringComparison.Ordinal)))
                {
                    return lines;
                }
            }
        }
        catch (OperationCanceledException canceled) when (_deadline.IsCancellationRequested)
        {
            var state = Now(resource).State?.Text;
            throw new TimeoutException($"'{resource}' is {state} and did not say '{text}', but: {string.Join(Environment.NewLine, lines.Select(line => line.Content))}", canceled);
        }

        throw new InvalidOperationException("The log ended.");
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _deadline.Dispose();
    }
}
