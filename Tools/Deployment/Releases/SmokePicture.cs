using System.Buffers.Binary;
using System.IO.Compression;
using System.IO.Hashing;
using System.Security.Cryptography;

namespace Iris.Deployment.Releases;

/// <summary>A small PNG that nobody has uploaded before: the same bytes would be the same image, and nothing would be processed.</summary>
public static class SmokePicture
{
    private const int Side = 96;

    public static byte[] Create()
    {
        using var png = new MemoryStream();
        png.Write([0x89, .. "PNG\r\n"u8, 0x1a, (byte)'\n']);
        WriteChunk(png, "IHDR"u8, Header());
        WriteChunk(png, "IDAT"u8, Pixels());
        WriteChunk(png, "IEND"u8, []);
        return png.ToArray();
    }

    // Width, height, 8 bits a channel, RGB, and the only compression, filter and interlacing there are.
    private static byte[] Header()
    {
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, Side);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), Side);
        (header[8], header[9]) = (8, 2);
        return header;
    }

    private static byte[] Pixels()
    {
        using var packed = new MemoryStream();

        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal))
        {
            for (var row = 0; row < Side; row++)
            {
                zlib.WriteByte(0);
                zlib.Write(RandomNumberGenerator.GetBytes(Side * 3));
            }
        }

        return packed.ToArray();
    }

    private static void WriteChunk(MemoryStream png, ReadOnlySpan<byte> type, ReadOnlySpan<byte> data)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        png.Write(number);
        png.Write(type);
        png.Write(data);
        BinaryPrimitives.WriteUInt32BigEndian(number, Crc32.HashToUInt32([.. type, .. data]));
        png.Write(number);
    }
}
