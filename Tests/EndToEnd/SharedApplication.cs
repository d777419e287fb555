[assembly: AssemblyFixture(typeof(Iris.Tests.EndToEnd.SharedApplication))]

namespace Iris.Tests.EndToEnd;

/// <summary>One application for the tests that leave it as it was.</summary>
public sealed class SharedApplication : IAsyncLifetime
{
    public IrisApplication Iris { get; private set; } = null!;

    public async ValueTask InitializeAsync() =>
        Iris = await IrisApplication.StartAsync(TestContext.Current.CancellationToken, "--ephemeral");

    public ValueTask DisposeAsync() => Iris?.DisposeAsync() ?? ValueTask.CompletedTask;
}
