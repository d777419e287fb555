namespace LocalAws.Rekognition.Protocol;

/// <summary>The response of RekognitionService.DetectLabels, named as in the service model; what is null is left out.</summary>
internal sealed record DetectLabelsResponse(
    IReadOnlyList<Label> Labels, ImageProperties? ImageProperties, string LabelModelVersion = "3.0");

internal sealed record Label(
    string Name,
    float Confidence,
    IReadOnlyList<Instance> Instances,
    IReadOnlyList<Named> Parents,
    IReadOnlyList<Named> Aliases,
    IReadOnlyList<Named> Categories);

internal sealed record Instance(BoundingBox BoundingBox, float Confidence, IReadOnlyList<DominantColor>? DominantColors);

internal sealed record BoundingBox(float Width, float Height, float Left, float Top);

internal sealed record Named(string Name);

internal sealed record ImageProperties(
    ImageQuality Quality, IReadOnlyList<DominantColor> DominantColors, ImagePart Foreground, ImagePart Background);

internal sealed record ImagePart(ImageQuality Quality, IReadOnlyList<DominantColor> DominantColors);

internal sealed record ImageQuality(float Brightness, float Sharpness, float? Contrast);

// The API reference's prose says CssColor and PixelPercentage; service model and responses say this.
internal sealed record DominantColor(
    int Red, int Green, int Blue, string HexCode, string CSSColor, string SimplifiedColor, float PixelPercent);
