[assembly: AssemblyFixture(typeof(Iris.Tests.EndToEnd.SharedApplication))]

namespace Iris.Tests.EndToEnd;

/// <summary>One application for the tests that leave it as it was.</summary>
public class SharedApplication : IAsyncLifetime
{
    protected virtual string[] Arguments => ["--ephemeral"];

    public IrisApplication Iris { get; private set; } = null!;

    public async ValueTask InitializeAsync() =>
        Iris = await IrisApplication.StartAsync(TestContext.Current.CancellationToken, Arguments);

    public ValueTask DisposeAsync() => Iris?.DisposeAsync() ?? ValueTask.CompletedTask;
}
