using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Iris.AppHost;
using Microsoft.Extensions.DependencyInjection;

namespace Iris.Tests.Unit.AppHost;

public sealed class FunctionsTests : IAsyncLifetime
{
    private const int StartsThatFail = 2;

    private readonly TaskCompletionSource _started = new();
    private readonly DistributedApplication _app;
    private readonly IResource _sandbox;
    private int _starts;

    public FunctionsTests()
    {
        var builder = DistributedApplication.CreateBuilder([]);
        _sandbox = builder.AddResource(new Sandbox())
            .WithCommand(KnownResourceCommands.StartCommand, "Start", _ => Task.FromResult(Start()))
            .WithReplacement()
            .Resource;
        _app = builder.Build();
    }

    public async ValueTask InitializeAsync()
    {
        var model = _app.Services.GetRequiredService<DistributedApplicationModel>();
        await _app.Services.GetRequiredService<Aspire.Hosting.Eventing.IDistributedApplicationEventing>()
            .PublishAsync(new BeforeStartEvent(_app.Services, model));
        await BecomeAsync(KnownResourceStates.Running);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task A_sandbox_that_dies_is_started_until_it_starts()
    {
        await BecomeAsync(KnownResourceStates.Exited);

        await _started.Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        Assert.Equal(StartsThatFail + 1, _starts);
    }

    [Fact]
    public async Task A_sandbox_that_is_stopped_stays_stopped()
    {
        await BecomeAsync(KnownResourceStates.Stopping);
        await BecomeAsync(KnownResourceStates.Exited);

        await Assert.ThrowsAsync<TimeoutException>(
            () => _started.Task.WaitAsync(TimeSpan.FromSeconds(5), TestContext.Current.CancellationToken));
        Assert.Equal(0, _starts);
    }

    private Task BecomeAsync(string state) =>
        _app.ResourceNotifications.PublishUpdateAsync(_sandbox, snapshot => snapshot with { State = state });

    private ExecuteCommandResult Start()
    {
        if (++_starts <= StartsThatFail)
        {
            return CommandResults.Failure("The folder is not there yet.");
        }

        _started.SetResult();
        return CommandResults.Success();
    }

    private sealed class Sandbox() : Resource("sandbox");
}
