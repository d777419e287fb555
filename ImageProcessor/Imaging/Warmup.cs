namespace Iris.ImageProcessor.Imaging;

/// <summary>Pays the costs of the first picture before there is one.</summary>
public static class Warmup
{
    private static readonly byte[] s_onePixel = Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    /// <summary>Loads libvips with its codecs (18 MB of library) and runs each step once, on one pixel.</summary>
    public static void Run()
    {
        if (ImageHeader.TryRead(s_onePixel, ImagingLimits.Default, out var header, out _)
            && DecodedImage.TryDecode(header, ImagingLimits.Default, CancellationToken.None, out var picture, out _))
        {
            using (picture)
            {
                picture.ToWebP(DecodedImage.MaxSide);
                picture.ToJpeg();
                picture.ToPlaceholder();
            }
        }
    }
}
