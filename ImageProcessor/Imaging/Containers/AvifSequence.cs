namespace Iris.ImageProcessor.Imaging.Containers;

/// <summary>
/// AVIF with a track of pictures beside, or in place of, a still one. The still one is shown: <see cref="AvifBoxes"/> hides the tracks from
/// the decoder, which knows the brand of sequences for that of videos.
/// </summary>
internal static class AvifSequence
{
    /// <summary>Whether there are tracks and no primary item.</summary>
    public static bool HasTracksAlone(byte[] file)
    {
        var boxes = Box.In(file, 0, file.Length).ToArray();
        return Array.Exists(boxes, box => box.Type == "moov")
            && !boxes.Where(box => box.Type == "meta").SelectMany(box => box.Full.Children(file)).Any(box => box.Type == "pitm");
    }
}
