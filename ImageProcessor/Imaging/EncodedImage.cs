namespace Iris.ImageProcessor.Imaging;

/// <summary>A picture made for the web.</summary>
/// <param name="Width">Its width in pixels.</param>
/// <param name="Height">Its height in pixels.</param>
/// <param name="Bytes">The file.</param>
public sealed record EncodedImage(int Width, int Height, byte[] Bytes);
