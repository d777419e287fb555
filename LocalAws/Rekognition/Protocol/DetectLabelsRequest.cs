namespace LocalAws.Rekognition.Protocol;

/// <summary>The request of RekognitionService.DetectLabels, named as in the service model.</summary>
internal sealed record DetectLabelsRequest(
    ImageSource? Image, int? MaxLabels, float? MinConfidence, IReadOnlyList<string>? Features, DetectLabelsSettings? Settings)
{
    public bool WantsLabels => Features is null or [] || Features.Contains(DetectLabelsFeature.GeneralLabels);

    public bool WantsImageProperties => Features?.Contains(DetectLabelsFeature.ImageProperties) ?? false;
}

internal static class DetectLabelsFeature
{
    public const string GeneralLabels = "GENERAL_LABELS", ImageProperties = "IMAGE_PROPERTIES";

    public static IReadOnlyList<string> All { get; } = [GeneralLabels, ImageProperties];
}
