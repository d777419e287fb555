namespace Iris.ImageProcessor.Imaging.Containers;

/// <summary>
/// AVIF with a track of pictures beside, or in place of, a still one. The still one is shown: the decoder, which knows the brand of sequences for
/// that of videos, is told that there is nothing else.
/// </summary>
internal static class AvifSequence
{
    private const int MajorBrand = 8;

    /// <summary>Whether there are tracks and no primary item.</summary>
    public static bool HasTracksAlone(byte[] file)
    {
        var boxes = Box.In(file, 0, file.Length).ToArray();
        return Array.Exists(boxes, box => box.Type == "moov")
            && !boxes.Where(box => box.Type == "meta").SelectMany(box => box.Full.Children(file)).Any(box => box.Type == "pitm");
    }

    /// <summary>The same bytes under the brand of a still picture.</summary>
    public static byte[] AsStill(byte[] file)
    {
        if (!file.AsSpan(MajorBrand).StartsWith("avis"u8))
        {
            return file;
        }

        byte[] still = [.. file];
        "avif"u8.CopyTo(still.AsSpan(MajorBrand));
        return still;
    }
}
