using LocalAws.Rekognition.Detection;
using LocalAws.Rekognition.Pictures;
using NetVips;

namespace LocalAws.Rekognition;

/// <summary>
/// Loads the network once the settings are known to be valid, and before the process listens, which hosted services come before:
/// whoever sees it healthy can use it. The first picture pays for libvips, ONNX Runtime and the compiler, so it is a black one.
/// </summary>
internal sealed class NetworkWarmUp(IServiceProvider services) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        var network = services.GetRequiredService<DetectionNetwork>();
        using var black = Image.Black(DetectionNetwork.PictureSize, DetectionNetwork.PictureSize, bands: 3);
        if (!services.GetRequiredService<PictureDecoder>().Decode(black.JpegsaveBuffer()).Failed(out _, out var looks))
        {
            network.Detect(looks);
        }

        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
