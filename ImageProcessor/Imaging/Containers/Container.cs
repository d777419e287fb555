using Iris.Catalog;

namespace Iris.ImageProcessor.Imaging.Containers;

/// <summary>
/// The structure of the files that are decoded. A decoder gets to see what is needed to show the picture and nothing else: no text, no
/// second picture, no profile that is a program. What would take it long although bytes and pixels are few is refused here, because a codec
/// that is at work does not stop when it is asked to.
/// </summary>
internal static class Container
{
    /// <summary>
    /// Takes a file apart. Of a file whose structure makes no sense, the rest stays as it is: the decoder says what is wrong with it.
    /// </summary>
    /// <param name="file">The file, which is not changed.</param>
    /// <param name="format">Its format, by its first bytes.</param>
    /// <returns>The file for the decoder, the same array when there was nothing to take out; or what is wrong with it.</returns>
    public static (Essentials Essentials, Rejection? Rejection) Reduce(byte[] file, ImageFormat format)
    {
        var kept = new Pieces(file);
        var jpeg = new JpegSegments(file, kept);
        var rejection = format switch
        {
            ImageFormat.Jpeg => jpeg.Reduce(),
            ImageFormat.Png => PngChunks.Reduce(file, kept),
            ImageFormat.WebP => WebPChunks.Reduce(file, kept),
            ImageFormat.Gif => GifBlocks.Reduce(file, kept),
            _ => AvifBoxes.Reduce(file, kept),
        };
        return (new(rejection is null ? kept.ToArray() : file, jpeg.IsCompleted), rejection);
    }
}

/// <summary>What a decoder gets to see of a file.</summary>
/// <param name="File">The bytes.</param>
/// <param name="IsCompleted">Whether an end was added that was missing. Then a decoder may not pass over data that end too soon.</param>
internal readonly record struct Essentials(byte[] File, bool IsCompleted);
