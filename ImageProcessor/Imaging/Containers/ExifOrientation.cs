using System.Buffers.Binary;

namespace Iris.ImageProcessor.Imaging.Containers;

/// <summary>
/// The one thing in EXIF that changes how a picture is shown (EXIF 2.32, tag 274). The rest is left out: where it was taken, a thumbnail,
/// and whatever else a library would have to read.
/// </summary>
internal static class ExifOrientation
{
    private const ushort Tag = 274, Short = 3;
    private const int EntryLength = 12;

    /// <summary>Reads the orientation from a TIFF structure, with or without "Exif" before it.</summary>
    /// <returns>2 to 8; null for an upright picture, and for what is no EXIF.</returns>
    public static ushort? Read(ReadOnlySpan<byte> exif)
    {
        var tiff = exif.StartsWith("Exif\0\0"u8) ? exif[6..] : exif;
        if (tiff.Length < 8 || !(tiff.StartsWith("II*\0"u8) || tiff.StartsWith("MM\0*"u8)))
        {
            return null;
        }

        var isLittleEndian = tiff[0] == 'I';
        var directory = isLittleEndian
            ? BinaryPrimitives.ReadUInt32LittleEndian(tiff[4..])
            : BinaryPrimitives.ReadUInt32BigEndian(tiff[4..]);
        if (directory > tiff.Length - 2)
        {
            return null;
        }

        var entries = Number(tiff[(int)directory..], isLittleEndian);
        for (var at = (int)directory + 2; entries > 0 && at + EntryLength <= tiff.Length; entries--, at += EntryLength)
        {
            var entry = tiff.Slice(at, EntryLength);
            if (Number(entry, isLittleEndian) == Tag)
            {
                return Number(entry[2..], isLittleEndian) == Short
                    && Number(entry[8..], isLittleEndian) is >= 2 and <= 8 and var orientation
                    ? orientation
                    : null;
            }
        }

        return null;
    }

    /// <summary>A TIFF structure that says nothing else.</summary>
    public static byte[] Write(ushort orientation) =>
        [.. "MM\0*"u8, 0, 0, 0, 8, 0, 1, 1, 18, 0, 3, 0, 0, 0, 1, 0, (byte)orientation, 0, 0, 0, 0, 0, 0];

    private static ushort Number(ReadOnlySpan<byte> bytes, bool isLittleEndian) =>
        isLittleEndian ? BinaryPrimitives.ReadUInt16LittleEndian(bytes) : BinaryPrimitives.ReadUInt16BigEndian(bytes);
}
