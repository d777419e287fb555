namespace Iris.ImageProcessor.Imaging;

/// <summary>What stands in a picture's place until it is loaded.</summary>
/// <param name="ThumbHash">A blurred miniature of about 25 bytes, in the ThumbHash format.</param>
/// <param name="Color">The colour that most of the picture has, as #rrggbb.</param>
public sealed record Placeholder(byte[] ThumbHash, string Color);
