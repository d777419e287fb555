namespace LocalAws.Rekognition.Protocol;

/// <summary>The constraints of the service model, and those between parameters that the documentation names.</summary>
internal static class ParameterRules
{
    private const int MaxFilters = 100, MaxLabels = 1000, MaxDominantColors = 20;

    /// <returns>What is wrong first, or null.</returns>
    public static string? Violation(DetectLabelsRequest request) =>
        OfImage(request.Image) ?? OfFeatures(request) ?? OfNumbers(request) ?? OfFilters(request.Settings?.GeneralLabels);

    private static string? OfImage(ImageSource? image) => image switch
    {
        null => "Image is required",
        { Bytes: null, S3Object: null } => "Image needs Bytes or S3Object",
        { Bytes: not null, S3Object: not null } => "Image has both Bytes and S3Object",
        { Bytes.Length: 0 } => "Image.Bytes is empty",
        { S3Object: { Bucket: null or { Length: < 3 or > 255 } } } => "Image.S3Object.Bucket must have 3 to 255 characters",
        { S3Object: { Name: null or { Length: < 1 or > 1024 } } } => "Image.S3Object.Name must have 1 to 1024 characters",
        { S3Object: { Version.Length: < 1 or > 1024 } } => "Image.S3Object.Version must have 1 to 1024 characters",
        _ => null,
    };

    private static string? OfFeatures(DetectLabelsRequest request) => request switch
    {
        { Features.Count: > 2 } => "Features names at most two",
        _ when request.Features?.Any(feature => !DetectLabelsFeature.All.Contains(feature)) is true =>
            $"Features must be {string.Join(" or ", DetectLabelsFeature.All)}",
        { WantsLabels: false, MaxLabels: not null } => Needs("MaxLabels", DetectLabelsFeature.GeneralLabels),
        { WantsLabels: false, MinConfidence: not null } => Needs("MinConfidence", DetectLabelsFeature.GeneralLabels),
        { WantsLabels: false, Settings.GeneralLabels: not null } => Needs("Settings.GeneralLabels", DetectLabelsFeature.GeneralLabels),
        { WantsImageProperties: false, Settings.ImageProperties: not null } =>
            Needs("Settings.ImageProperties", DetectLabelsFeature.ImageProperties),
        _ => null,
    };

    private static string Needs(string parameter, string feature) => $"{parameter} needs the feature {feature}";

    private static string? OfNumbers(DetectLabelsRequest request) => request switch
    {
        { MaxLabels: < 0 or > MaxLabels } => $"MaxLabels must be 0 to {MaxLabels}",
        { MinConfidence: < 0 or > 100 or float.NaN } => "MinConfidence must be 0 to 100",
        { Settings.ImageProperties.MaxDominantColors: < 0 or > MaxDominantColors } =>
            $"Settings.ImageProperties.MaxDominantColors must be 0 to {MaxDominantColors}",
        _ => null,
    };

    private static string? OfFilters(GeneralLabelsSettings? filters) => filters switch
    {
        { LabelInclusionFilters.Count: > MaxFilters } => $"LabelInclusionFilters has more than {MaxFilters} items",
        { LabelExclusionFilters.Count: > MaxFilters } => $"LabelExclusionFilters has more than {MaxFilters} items",
        { LabelCategoryInclusionFilters.Count: > MaxFilters } => $"LabelCategoryInclusionFilters has more than {MaxFilters} items",
        { LabelCategoryExclusionFilters.Count: > MaxFilters } => $"LabelCategoryExclusionFilters has more than {MaxFilters} items",
        _ => null,
    };
}
