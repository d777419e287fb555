using System.Diagnostics;
using LocalAws.Rekognition.Appearance;
using LocalAws.Rekognition.Detection;
using LocalAws.Rekognition.Labels;
using LocalAws.Rekognition.Pictures;
using LocalAws.Rekognition.Protocol;

namespace LocalAws.Rekognition;

/// <summary>DetectLabels: from a request's parameters to labels.</summary>
internal sealed class DetectLabelsOperation(
    Throughput throughput, PictureSource source, PictureDecoder decoder, InferenceQueue queue, DetectionNetwork network)
{
    private const float DefaultMinConfidence = 55;

    private const int DefaultMaxLabels = 1000, DefaultMaxDominantColors = 10;

    public async Task<Outcome<DetectLabelsResponse>> ExecuteAsync(DetectLabelsRequest request, CancellationToken cancellationToken)
    {
        if (ParameterRules.Violation(request) is { } violation)
        {
            return RekognitionError.InvalidParameter(violation);
        }

        if (!throughput.Allows())
        {
            return RekognitionError.RateExceeded;
        }

        if ((await source.ReadAsync(request.Image!, cancellationToken)).Failed(out var error, out var picture))
        {
            return error;
        }

        using var turn = await queue.EnterAsync(cancellationToken);
        return turn.IsAcquired ? LookAt(picture, request) : RekognitionError.SlowDown;
    }

    private Outcome<DetectLabelsResponse> LookAt(byte[] picture, DetectLabelsRequest request)
    {
        if (Decode(picture).Failed(out var error, out var looks))
        {
            return error;
        }

        var pixels = looks[0].Pixels;
        var minScore = (request.MinConfidence ?? DefaultMinConfidence) / 100;
        DetectedObject[] objects = [.. Detect(looks).TakeWhile(found => found.Score >= minScore)];
        var maxColors = request.Settings?.ImageProperties?.MaxDominantColors ?? DefaultMaxDominantColors;
        return new DetectLabelsResponse(
            request.WantsLabels ? Labels(request, objects, ColorsOf) : [],
            request.WantsImageProperties ? PictureAppearance.Describe(pixels, [.. objects.Select(found => found.Box)], maxColors) : null);

        IReadOnlyList<DominantColor>? ColorsOf(Box box) =>
            request.WantsImageProperties ? DominantColors.Find(pixels, Region.Of(box), maxColors) : null;
    }

    private Outcome<Look[]> Decode(byte[] picture)
    {
        using var activity = RekognitionTelemetry.Source.StartActivity("decode");
        activity?.SetTag("picture.bytes", picture.Length);
        return decoder.Decode(picture);
    }

    private IReadOnlyList<DetectedObject> Detect(Look[] looks)
    {
        using var activity = RekognitionTelemetry.Source.StartActivity("infer");
        var objects = network.Detect(looks);
        activity?.SetTag("looks", looks.Length);
        activity?.SetTag("objects", objects.Count);
        return objects;
    }

    private static IReadOnlyList<Label> Labels(
        DetectLabelsRequest request, IEnumerable<DetectedObject> objects, Func<Box, IReadOnlyList<DominantColor>?> colors)
    {
        var filter = new LabelFilter(request.Settings?.GeneralLabels);
        return
        [
            .. LabelComposer.Compose(objects, Taxonomy.Coco, colors)
                .Where(label => filter.Passes(label.Concept))
                .Select(label => label.Label)
                .Take(request.MaxLabels ?? DefaultMaxLabels),
        ];
    }
}

internal static class RekognitionTelemetry
{
    public static readonly ActivitySource Source = new("LocalAws.Rekognition");
}
