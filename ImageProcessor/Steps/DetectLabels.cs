using System.Diagnostics;
using Amazon.Rekognition;
using Amazon.Rekognition.Model;
using Iris.ImageProcessor.Imaging;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Polly.Registry;
using Image = Amazon.Rekognition.Model.Image;

namespace Iris.ImageProcessor.Steps;

/// <summary>Asks Rekognition what the picture shows.</summary>
internal sealed partial class DetectLabels(
    IAmazonRekognition rekognition,
    IOptions<LabelOptions> options,
    ResiliencePipelineProvider<string> resilience,
    ILogger<DetectLabels> logger)
{
    // Rekognition refuses less. Enlarging or padding would have it guess, and bill the guess: so small a picture stays without labels.
    private const int MinSide = 80;

    public async Task<Detection> RunAsync(DecodedImage image, CancellationToken cancellationToken)
    {
        if (Math.Min(image.Width, image.Height) < MinSide)
        {
            return Detection.None;
        }

        using var step = ProcessorTelemetry.Step("detect labels");
        var began = Stopwatch.GetTimestamp();
        var labels = await DetectAsync(image.ToJpeg(), cancellationToken);
        return new Detection([.. labels.Select(LabelMapping.ToCatalog)], (long)Stopwatch.GetElapsedTime(began).TotalMilliseconds);
    }

    private async Task<List<Label>> DetectAsync(byte[] jpeg, CancellationToken cancellationToken)
    {
        try
        {
            var response = await resilience.GetPipeline(Resilience.Rekognition).ExecuteAsync(
                async token => await rekognition.DetectLabelsAsync(Request(jpeg), token),
                cancellationToken);
            return response.Labels ?? [];
        }
        catch (AmazonRekognitionException refusal) when (
            refusal is InvalidImageFormatException or ImageTooLargeException or InvalidParameterException)
        {
            // The visitor's picture is sound: it has been decoded. That Rekognition does not take our JPEG of it costs the labels, not the
            // picture.
            LogRefused(refusal);
            return [];
        }
    }

    private DetectLabelsRequest Request(byte[] jpeg) => new()
    {
        Image = new Image { Bytes = new MemoryStream(jpeg, writable: false) },
        MinConfidence = options.Value.MinConfidence,
        MaxLabels = options.Value.MaxLabels,
    };

    [LoggerMessage(6, LogLevel.Warning, "Rekognition refused the picture; it stays without labels")]
    private partial void LogRefused(Exception exception);
}

/// <summary>The labels of a picture, and how long they took.</summary>
internal sealed record Detection(IReadOnlyList<Catalog.Label> Labels, long ElapsedMs)
{
    public static Detection None { get; } = new([], 0);
}

/// <summary>Rekognition's labels as the catalog keeps them: without aliases, without nulls.</summary>
internal static class LabelMapping
{
    public static Catalog.Label ToCatalog(Amazon.Rekognition.Model.Label label) => new(
        label.Name ?? "",
        label.Confidence ?? 0,
        [.. (label.Parents ?? []).Select(parent => parent.Name).OfType<string>()],
        [.. (label.Categories ?? []).Select(category => category.Name).OfType<string>()],
        [.. (label.Instances ?? []).Select(ToCatalog)]);

    private static Catalog.LabelInstance ToCatalog(Instance instance) => new(ToCatalog(instance.BoundingBox), instance.Confidence ?? 0);

    private static Catalog.BoundingBox ToCatalog(Amazon.Rekognition.Model.BoundingBox? box) =>
        new(box?.Left ?? 0, box?.Top ?? 0, box?.Width ?? 0, box?.Height ?? 0);
}
