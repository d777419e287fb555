using System.Buffers.Binary;

namespace Iris.Tests.Support.Pictures;

/// <summary>
/// Edits the boxes of an AVIF (ISO/IEC 14496-12, ISO/IEC 23008-12) that libvips wrote: what libvips cannot be asked to say.
/// </summary>
public static class EditedAvif
{
    private const int Header = 8, FullHeader = 12, ItemLength = 18;

    /// <summary>
    /// The code points of ITU-T H.273 for the colours of the picture; its matrix stays what libvips uses, BT.601 in full range.
    /// </summary>
    public static byte[] WithColor(byte[] file, int primaries, int transfer) =>
        WithProperty(file, [0, 0, 0, 19, .. "colrnclx"u8, 0, (byte)primaries, 0, (byte)transfer, 0, 6, 0x80]);

    /// <summary>
    /// How often the picture is turned by a quarter, against the clock; and then whether it is mirrored about its vertical axis.
    /// </summary>
    public static byte[] Turned(byte[] file, int quarters, bool isMirrored)
    {
        var turned = WithProperty(file, [0, 0, 0, 9, .. "irot"u8, (byte)quarters], isEssential: true);
        return isMirrored ? WithProperty(turned, [0, 0, 0, 9, .. "imir"u8, 1], isEssential: true) : turned;
    }

    /// <summary>A sequence, as far as its brand and an empty track tell.</summary>
    public static byte[] AsSequence(byte[] file, bool hasPrimaryItem)
    {
        byte[] sequence = [.. file, 0, 0, 0, 16, .. "moov"u8, 0, 0, 0, 8, .. "trak"u8];
        "avis"u8.CopyTo(sequence.AsSpan(8));

        if (!hasPrimaryItem)
        {
            "free"u8.CopyTo(sequence.AsSpan(Find(file, "meta"u8) + 4));
        }

        return sequence;
    }

    /// <summary>Says in the AV1 data of the alpha, the second item, that its samples reach from 16 to 235.</summary>
    public static byte[] WithLimitedAlpha(byte[] file)
    {
        // An empty temporal delimiter, then the head and the length of the sequence header.
        var data = BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(Find(file, "iloc"u8) + FullHeader + 4 + ItemLength + 4)) + 4;

        // AV1, 5.5.1, of a still picture: profile, two flags, level; the sizes of width and height, and these; six flags; then of the
        // colours' own three: depth, monochrome, whether there is a description; and the range.
        var (widthBits, heightBits) = (Bits(10, 4) + 1, Bits(14, 4) + 1);
        var range = 18 + widthBits + heightBits + 6 + 3;
        var edited = file.ToArray();
        edited[data + (range / 8)] &= (byte)~(0x80 >> (range % 8));
        return edited;

        int Bits(int at, int count) =>
            Enumerable.Range(at, count).Aggregate(0, (value, bit) => (value << 1) | ((file[data + (bit / 8)] >> (7 - (bit % 8))) & 1));
    }

    // Behind the others, and the last of the first item, which is the picture. Everything behind moves.
    private static byte[] WithProperty(byte[] file, byte[] property, bool isEssential = false)
    {
        var (meta, iprp, ipco, ipma, iloc) = (
            Find(file, "meta"u8), Find(file, "iprp"u8), Find(file, "ipco"u8), Find(file, "ipma"u8), Find(file, "iloc"u8));
        var (moved, index) = (property.Length + 1, (CountChildren(file, ipco) + 1) | (isEssential ? 0x80 : 0));
        var (endOfProperties, count) = (ipco + Length(file, ipco), ipma + FullHeader + 4 + 2);
        var endOfAssociations = count + 1 + file[count];

        var edited = file.ToArray();
        edited[count]++;
        foreach (var (box, by) in ((int, int)[])[(meta, moved), (iprp, moved), (ipco, property.Length), (ipma, 1)])
        {
            Add(edited, box, by);
        }

        // Version 0 with a base offset for each item: identity, reference, base, number of extents, offset, length.
        for (var (item, left) = (iloc + FullHeader + 4, BinaryPrimitives.ReadUInt16BigEndian(file.AsSpan(iloc + FullHeader + 2))); left > 0; item += ItemLength, left--)
        {
            Add(edited, item + 4, moved);
        }

        return
        [
            .. edited[..endOfProperties],
            .. property,
            .. edited[endOfProperties..endOfAssociations],
            (byte)index,
            .. edited[endOfAssociations..],
        ];
    }

    private static int Find(byte[] file, ReadOnlySpan<byte> type) => file.AsSpan().IndexOf(type) - 4;

    private static int Length(byte[] file, int box) => BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(box));

    private static int CountChildren(byte[] file, int box)
    {
        var count = 0;
        for (var child = box + Header; child < box + Length(file, box); child += Length(file, child))
        {
            count++;
        }

        return count;
    }

    private static void Add(byte[] file, int at, int by) => BinaryPrimitives.WriteInt32BigEndian(file.AsSpan(at), Length(file, at) + by);
}
