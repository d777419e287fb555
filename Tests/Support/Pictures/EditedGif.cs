using System.Buffers.Binary;

namespace Iris.Tests.Support.Pictures;

/// <summary>Moves the frame of a GIF that libvips wrote.</summary>
public static class EditedGif
{
    private const int Screen = 6, Flags = 10, ScreenLength = 13, ImageDescriptor = 0x2C;

    /// <summary>Puts the first frame somewhere on a canvas of another size.</summary>
    public static byte[] OnCanvas(byte[] file, int width, int height, int left, int top)
    {
        var edited = file.ToArray();
        var frame = ScreenLength + ((file[Flags] & 0x80) == 0 ? 0 : 3 << ((file[Flags] & 7) + 1));

        while (file[frame] != ImageDescriptor)
        {
            // An extension: two bytes, then blocks, each after its length, to one of none.
            for (frame += 2; file[frame] != 0; frame += 1 + file[frame])
            {
            }

            frame++;
        }

        foreach (var (at, number) in ((int, int)[])[(Screen, width), (Screen + 2, height), (frame + 1, left), (frame + 3, top)])
        {
            BinaryPrimitives.WriteUInt16LittleEndian(edited.AsSpan(at), (ushort)number);
        }

        return edited;
    }
}
