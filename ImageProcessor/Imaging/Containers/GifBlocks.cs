using Iris.Catalog;

namespace Iris.ImageProcessor.Imaging.Containers;

/// <summary>
/// GIF (GIF89a specification): a screen, then extensions and images, each a header and sub-blocks of up to 255 bytes. The first image is
/// shown.
/// </summary>
internal static class GifBlocks
{
    private const byte Extension = 0x21, Image = 0x2C, Trailer = 0x3B, GraphicControl = 0xF9;
    private const int ScreenLength = 13, ImageLength = 10;

    public static Rejection? Reduce(byte[] file, Pieces kept)
    {
        // An outline that breaks off stays as it is.
        if (TryFindFirstImage(file) is not { } found)
        {
            kept.Keep(0, file.Length);
            return null;
        }

        kept.Keep(0, found.Screen);
        if (found.Control is { } control)
        {
            kept.Keep(control.Start, control.End);
        }

        kept.Keep(found.Image.Start, found.Image.End);
        kept.Add([Trailer]);
        return null;
    }

    private static (int Screen, (int Start, int End)? Control, (int Start, int End) Image)? TryFindFirstImage(byte[] file)
    {
        if (file.Length < ScreenLength)
        {
            return null;
        }

        var screen = ScreenLength + ColorTableLength(file[10]);
        (int, int)? control = null;

        for (var at = screen; at + ImageLength <= file.Length;)
        {
            var data = file[at] switch
            {
                Extension => at + 2,
                // A table of its own, and the least length of a code.
                Image => at + ImageLength + ColorTableLength(file[at + ImageLength - 1]) + 1,
                _ => int.MaxValue,
            };

            if (SkipSubBlocks(file, data) is not { } end)
            {
                return null;
            }

            if (file[at] == Image)
            {
                return (screen, control, (at, end));
            }

            control = file[at + 1] == GraphicControl ? (at, end) : control;
            at = end;
        }

        return null;
    }

    private static int ColorTableLength(byte flags) => (flags & 0x80) == 0 ? 0 : 3 << ((flags & 7) + 1);

    private static int? SkipSubBlocks(byte[] file, int at)
    {
        while (at < file.Length)
        {
            var length = file[at];
            at += 1 + length;

            if (length == 0)
            {
                return at;
            }
        }

        return null;
    }
}
