using System.Buffers.Binary;

namespace Iris.ImageProcessor.Imaging.Containers;

/// <summary>
/// An ICC profile in a JPEG (ICC.1:2022, annex B.4): in APP2 segments of up to 64 kB, numbered from 1, each with their count.
/// </summary>
internal sealed class JpegProfile
{
    private const int HeaderLength = 14, MaxPart = ushort.MaxValue - 2 - HeaderLength;

    private readonly SortedDictionary<byte, byte[]> _parts = [];
    private int _length;

    public void Add(ReadOnlySpan<byte> data)
    {
        if (data.Length >= HeaderLength
            && data.StartsWith("ICC_PROFILE\0"u8)
            && _length <= ColorProfile.MaxLength
            && _parts.TryAdd(data[12], data[HeaderLength..].ToArray()))
        {
            _length += data.Length - HeaderLength;
        }
    }

    /// <summary>The segments of a profile that is whole and accepted: those that were looked at, and no others.</summary>
    public byte[] Write()
    {
        byte[] profile = [.. _parts.Values.SelectMany(part => part)];
        if (_parts.Keys.LastOrDefault() != _parts.Count || !ColorProfile.IsAccepted(profile))
        {
            return [];
        }

        var parts = profile.Chunk(MaxPart).ToArray();
        return [.. parts.SelectMany((part, index) => Segment(part, index + 1, parts.Length))];
    }

    private static byte[] Segment(byte[] part, int number, int count)
    {
        var segment = new byte[4 + HeaderLength + part.Length];
        (segment[0], segment[1]) = (0xFF, 0xE2);
        BinaryPrimitives.WriteUInt16BigEndian(segment.AsSpan(2), (ushort)(2 + HeaderLength + part.Length));
        "ICC_PROFILE\0"u8.CopyTo(segment.AsSpan(4));
        (segment[16], segment[17]) = ((byte)number, (byte)count);
        part.CopyTo(segment, 18);
        return segment;
    }
}
