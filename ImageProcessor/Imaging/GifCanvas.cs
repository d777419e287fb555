using System.Buffers.Binary;

using NetVips;

namespace Iris.ImageProcessor.Imaging;

/// <summary>
/// The canvas of a GIF, and where its first frame lies on it (GIF89a, sections 18 and 20). The decoder is given that frame alone: by itself
/// it guesses another canvas when the file's has the size of a common screen, and paints black what no frame covers.
/// </summary>
internal sealed class GifCanvas
{
    private const int WidthAt = 6, HeightAt = 8, FlagsAt = 10, ScreenLength = 13, DescriptorLength = 10;
    private const byte Extension = 0x21, ImageDescriptor = 0x2C;

    private readonly byte[] _file;
    private readonly int _frame;

    private GifCanvas(byte[] file, int frame) => (_file, _frame) = (file, frame);

    // As browsers have it: a first frame that lies outside of the canvas makes it larger.
    private int Width => Math.Max(Number(WidthAt), Left + FrameWidth);

    private int Height => Math.Max(Number(HeightAt), Top + FrameHeight);

    private int Left => Number(_frame + 1);

    private int Top => Number(_frame + 3);

    private int FrameWidth => Number(_frame + 5);

    private int FrameHeight => Number(_frame + 7);

    /// <summary>Finds the first frame.</summary>
    /// <returns><see langword="null"/> when there is none: the decoder says so as well.</returns>
    public static GifCanvas? Find(byte[] file)
    {
        for (var at = file.Length < ScreenLength ? file.Length : ScreenLength + ColorTableLength(file[FlagsAt]); at + DescriptorLength <= file.Length;)
        {
            switch (file[at])
            {
                case ImageDescriptor:
                    return new(file, at);
                case Extension:
                    at = AfterSubBlocks(file, at + 2);
                    break;
                default:
                    return null;
            }
        }

        return null;
    }

    /// <summary>The first frame on the canvas, around it transparency.</summary>
    public Image Open(Func<byte[], Image> load)
    {
        using var loaded = load(FrameAlone());
        // Frames that come later may be larger.
        using var frame = loaded.Crop(0, 0, Math.Min(FrameWidth, loaded.Width), Math.Min(FrameHeight, loaded.Height));

        if ((Left, Top, FrameWidth, FrameHeight) == (0, 0, Width, Height))
        {
            return frame.Copy();
        }

        using var rgba = frame.HasAlpha() ? frame.Copy() : frame.AddAlpha();
        return rgba.Embed(Left, Top, Width, Height, extend: Enums.Extend.Black);
    }

    private byte[] FrameAlone()
    {
        byte[] alone = [.. _file];
        _file.AsSpan(_frame + 5, 4).CopyTo(alone.AsSpan(WidthAt));
        alone.AsSpan(_frame + 1, 4).Clear();
        return alone;
    }

    private static int ColorTableLength(byte flags) => (flags & 0x80) == 0 ? 0 : 3 << ((flags & 7) + 1);

    private static int AfterSubBlocks(byte[] file, int at)
    {
        while (at < file.Length && file[at] != 0)
        {
            at += 1 + file[at];
        }

        return at + 1;
    }

    private int Number(int at) => BinaryPrimitives.ReadUInt16LittleEndian(_file.AsSpan(at));
}
