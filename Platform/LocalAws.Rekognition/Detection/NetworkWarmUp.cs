namespace LocalAws.Rekognition.Detection;

/// <summary>
/// Loads the network once the settings are known to be valid, and before the process listens, which hosted services come before:
/// whoever sees it healthy can use it.
/// </summary>
internal sealed class NetworkWarmUp(IServiceProvider services) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        services.GetRequiredService<DetectionNetwork>();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
