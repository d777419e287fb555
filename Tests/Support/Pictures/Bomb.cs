using System.Buffers.Binary;
using System.IO.Compression;
using System.IO.Hashing;
using System.Text;

namespace Iris.Tests.Support.Pictures;

/// <summary>Small files that ask for a great deal.</summary>
internal static class Bomb
{
    /// <summary>A PNG of one bit a pixel whose rows are all zero, cut off after <paramref name="rows"/>.</summary>
    public static byte[] Png(int width, int height, int rows)
    {
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        header[8] = 1;

        var rowLength = 1 + ((width + 7) / 8);
        return
        [
            0x89,
            .. "PNG\r\n"u8,
            0x1A,
            0x0A,
            .. Chunk("IHDR", header),
            .. Chunk("IDAT", Zeros((long)rowLength * rows)),
            .. Chunk("IEND", []),
        ];
    }

    /// <summary>A zlib stream of nothing but zeros: a thousandth of them.</summary>
    public static byte[] Zeros(long count)
    {
        using var compressed = new MemoryStream();
        using (var zlib = new ZLibStream(compressed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            var zeros = new byte[Math.Min(count, 1_000_000)];
            for (var left = count; left > 0; left -= zeros.Length)
            {
                zlib.Write(zeros.AsSpan(0, (int)Math.Min(left, zeros.Length)));
            }
        }

        return compressed.ToArray();
    }

    /// <summary>A GIF whose first frame fills the canvas, as far as <paramref name="rows"/>; the other frames are one pixel each.</summary>
    public static byte[] Gif(ushort width, ushort height, int rows, int frames)
    {
        byte[] screen = [.. "GIF89a"u8, .. Size(width, height), 0x80, 0, 0, 255, 0, 0, 0, 0, 255];
        return
        [
            .. screen,
            .. Frame(width, height, width * rows),
            .. Enumerable.Repeat(Frame(1, 1, 1), frames - 1).SelectMany(frame => frame),
            0x3B,
        ];

        static byte[] Size(ushort width, ushort height) => [(byte)width, (byte)(width >> 8), (byte)height, (byte)(height >> 8)];

        // LZW of eight bits a code: a clear code (128) before every hundred pixels (0) keeps the codes from growing; 129 ends.
        static byte[] Frame(ushort width, ushort height, int pixels)
        {
            byte[] codes = [.. Enumerable.Range(0, pixels).SelectMany<int, byte>(pixel => pixel % 100 == 0 ? [128, 0] : [0]), 129];
            return
            [
                0x21, 0xF9, 4, 0, 1, 0, 0, 0, 0x2C, 0, 0, 0, 0, .. Size(width, height), 0, 7,
                .. codes.Chunk(255).SelectMany<byte[], byte>(block => [(byte)block.Length, .. block]), 0,
            ];
        }
    }

    /// <summary>A photograph whose frame header claims another size.</summary>
    public static byte[] LyingJpeg(ushort width, ushort height)
    {
        var bytes = Photographs.Kitten.Bytes.ToArray();
        var frame = bytes.AsSpan().IndexOf([(byte)0xFF, (byte)0xC0]);
        BinaryPrimitives.WriteUInt16BigEndian(bytes.AsSpan(frame + 5), height);
        BinaryPrimitives.WriteUInt16BigEndian(bytes.AsSpan(frame + 7), width);
        return bytes;
    }

    public static byte[] Chunk(string type, ReadOnlySpan<byte> data)
    {
        var chunk = new byte[12 + data.Length];
        BinaryPrimitives.WriteInt32BigEndian(chunk, data.Length);
        Encoding.ASCII.GetBytes(type, chunk.AsSpan(4));
        data.CopyTo(chunk.AsSpan(8));
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(8 + data.Length), Crc32.HashToUInt32(chunk.AsSpan(4, 4 + data.Length)));
        return chunk;
    }
}
