using System.Diagnostics.CodeAnalysis;
using Iris.Catalog;
using Iris.ImageProcessor.Imaging;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Iris.ImageProcessor.Steps;

/// <summary>
/// Reads the header and decodes the picture, once, to the size of the largest derivative. It is done on a thread of its own, which may
/// never come back: libvips is asked to stop when the time is up, but a codec in the middle of a picture does not listen. Then the picture
/// is too complex, and so that the decoder ends the process does, when the invocation has been answered.
/// </summary>
internal sealed partial class DecodeImage(ImagingLimits limits, IHostApplicationLifetime sandbox, ILogger<DecodeImage> logger)
{
    // By then whoever listens has stopped.
    private const double Patience = 1.1;

    public Task<Decoded> RunAsync(byte[] bytes, CancellationToken cancellationToken) =>
        RunAsync(() => Decode(bytes, cancellationToken), cancellationToken);

    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> fired.</exception>
    internal async Task<Decoded> RunAsync(Func<Decoded> decode, CancellationToken cancellationToken)
    {
        var time = new DecodingTime(limits.DecodeTimeout * Patience);
        var decoding = Task.Factory.StartNew(decode, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

        while (await Task.WhenAny(decoding, Task.Delay(time.Pause, cancellationToken)) != decoding)
        {
            if (cancellationToken.IsCancellationRequested || time.IsUp)
            {
                LeaveBehind();
                cancellationToken.ThrowIfCancellationRequested();
                return Decoded.TooSlow;
            }
        }

        return await decoding;
    }

    private Decoded Decode(byte[] bytes, CancellationToken cancellationToken)
    {
        if (!TryReadHeader(bytes, out var header, out var rejection))
        {
            return new(null, null, rejection);
        }

        using var step = ProcessorTelemetry.Step("decode");
        return DecodedImage.TryDecode(header, limits, cancellationToken, out var image, out rejection)
            ? new(header, image, null)
            : new(header, null, rejection);
    }

    private bool TryReadHeader(byte[] bytes, [NotNullWhen(true)] out ImageHeader? header, [NotNullWhen(false)] out Rejection? rejection)
    {
        using var step = ProcessorTelemetry.Step("read header");
        return ImageHeader.TryRead(bytes, limits, out header, out rejection);
    }

    private void LeaveBehind()
    {
        sandbox.StopApplication();
        LogLeftBehind(limits.DecodeTimeout);
    }

    [LoggerMessage(7, LogLevel.Error, "The decoder did not stop after {Timeout}; this process ends after the invocation")]
    private partial void LogLeftBehind(TimeSpan timeout);
}

/// <summary>A picture with its header, or what is wrong with it.</summary>
internal sealed record Decoded(ImageHeader? Header, DecodedImage? Image, Rejection? Rejection)
{
    public static Decoded TooSlow { get; } = new(null, null, Rejections.TooSlow);
}
