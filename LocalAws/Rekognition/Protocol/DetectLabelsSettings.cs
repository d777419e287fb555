namespace LocalAws.Rekognition.Protocol;

internal sealed record DetectLabelsSettings(GeneralLabelsSettings? GeneralLabels, ImagePropertiesSettings? ImageProperties);

internal sealed record GeneralLabelsSettings(
    IReadOnlyList<string>? LabelInclusionFilters,
    IReadOnlyList<string>? LabelExclusionFilters,
    IReadOnlyList<string>? LabelCategoryInclusionFilters,
    IReadOnlyList<string>? LabelCategoryExclusionFilters);

internal sealed record ImagePropertiesSettings(int? MaxDominantColors);
