namespace LocalAws.Rekognition.Protocol;

internal sealed record ImageProperties(ImageQuality Quality, IReadOnlyList<DominantColor> DominantColors, ImagePart Foreground, ImagePart Background);

internal sealed record ImagePart(ImageQuality Quality, IReadOnlyList<DominantColor> DominantColors);

internal sealed record ImageQuality(float Brightness, float Sharpness, float? Contrast);

// The API reference's prose says CssColor and PixelPercentage; service model and responses say this.
internal sealed record DominantColor(int Red, int Green, int Blue, string HexCode, string CSSColor, string SimplifiedColor, float PixelPercent);
