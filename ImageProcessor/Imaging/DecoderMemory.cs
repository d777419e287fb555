using Iris.ImageProcessor.Imaging.Containers;
using NetVips;

namespace Iris.ImageProcessor.Imaging;

/// <summary>What a decoder will hold at once, from the header. The factors are measured: see the test of the same name.</summary>
internal static class DecoderMemory
{
    private const string Subsampling = "jpeg-chroma-subsample";

    public static long Estimate(ImageFormat format, Image image) =>
        (long)((long)image.Width * image.Height * BytesPerPixel(format, image));

    private static double BytesPerPixel(ImageFormat format, Image image) => format switch
    {
        // Decoded in strips. With several scans all coefficients are kept, two bytes for each sample; 4:2:0 has half as many.
        ImageFormat.Jpeg when !Is(image, "jpeg-multiscan") => 0,
        ImageFormat.Jpeg when image.Contains(Subsampling) && image.Get(Subsampling) is "4:2:0" => 3.5,
        ImageFormat.Jpeg => 2.2 * image.Bands,

        // In strips as well, unless it is interlaced; then whole, and with a margin of its passes.
        ImageFormat.Png when !Is(image, "interlaced") => 0,
        ImageFormat.Png => 1.4 * image.Bands * (IsDeep(image) ? 2 : 1),

        // A lossless picture, or the alpha of a lossy one, is held whole; the header does not tell them apart.
        ImageFormat.WebP => 6,

        // The canvas of the first frame, and its pixels.
        ImageFormat.Gif => 6.5,

        // Planes of the AV1 decoder and of its references, their copy at full chroma, and pixels, with twice the bytes above eight bits: at
        // most, which is 4:4:4.
        _ => (IsDeep(image) ? 25.5 : 19) + (image.HasAlpha() ? 1.4 : 0),
    };

    private static bool IsDeep(Image image) => image.Format is Enums.BandFormat.Ushort;

    private static bool Is(Image image, string field) => image.Contains(field) && image.Get(field) is not 0;
}
