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

internal sealed record ImageSource(byte[]? Bytes, S3ObjectSource? S3Object);

internal sealed record S3ObjectSource(string? Bucket, string? Name, string? Version);

internal sealed record DetectLabelsSettings(GeneralLabelsSettings? GeneralLabels, ImagePropertiesSettings? ImageProperties);

internal sealed record GeneralLabelsSettings(
    IReadOnlyList<string>? LabelInclusionFilters,
    IReadOnlyList<string>? LabelExclusionFilters,
    IReadOnlyList<string>? LabelCategoryInclusionFilters,
    IReadOnlyList<string>? LabelCategoryExclusionFilters);

internal sealed record ImagePropertiesSettings(int? MaxDominantColors);
