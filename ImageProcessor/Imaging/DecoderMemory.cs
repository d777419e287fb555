using NetVips;

namespace Iris.ImageProcessor.Imaging;

/// <summary>What a decoder will hold at once, from the header. The factors are measured: see the test of the same name.</summary>
internal static class DecoderMemory
{
    private const string Subsampling = "jpeg-chroma-subsample";

    public static long Estimate(ImageFormat format, Image image) =>
        (long)image.Width * image.Height * BytesPerPixel(format, image);

    private static int BytesPerPixel(ImageFormat format, Image image) => format switch
    {
        // Decoded in strips. With several scans all coefficients are kept, two bytes for each sample; 4:2:0 has half as many.
        ImageFormat.Jpeg when !Is(image, "jpeg-multiscan") => 0,
        ImageFormat.Jpeg when image.Contains(Subsampling) && image.Get(Subsampling) is "4:2:0" => 3,
        ImageFormat.Jpeg => 2 * image.Bands,

        // In strips as well, unless it is interlaced.
        ImageFormat.Png when !Is(image, "interlaced") => 0,
        ImageFormat.Png => image.Bands * (image.Format is Enums.BandFormat.Ushort ? 2 : 1),

        // A lossless picture, or the alpha of a lossy one, is held whole; the header does not tell them apart.
        ImageFormat.WebP => 4,

        // The canvas, the frame and its predecessor.
        ImageFormat.Gif => 7,

        // Planes of the AV1 decoder and of its references, their copy at full chroma, and pixels, with twice the bytes above eight bits.
        _ => image.Format is Enums.BandFormat.Ushort ? 24 : 19,
    };

    private static bool Is(Image image, string field) => image.Contains(field) && image.Get(field) is not 0;
}
