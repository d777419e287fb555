using System.IO.Compression;

namespace Iris.Tests.Support.Pictures;

/// <summary>Small files of few pixels that take a decoder long, or a great deal of memory.</summary>
internal static class SlowPicture
{
    /// <summary>
    /// A progressive JPEG of one component, without anything in it, in as many scans as are asked for, all of them legal.
    /// </summary>
    public static byte[] Jpeg(ushort width, ushort height, int scans)
    {
        var blocks = (width + 7) / 8 * ((height + 7) / 8);
        byte[] frame =
        [
            0xFF, 0xD8, 0xFF, 0xDB, 0, 67, 0, .. Enumerable.Repeat((byte)1, 64),
            0xFF, 0xC2, 0, 11, 8, (byte)(height >> 8), (byte)height, (byte)(width >> 8), (byte)width, 1, 1, 0x11, 0,
            // One code of a bit, for a difference of nothing; then one for the end of a block and one for the end of 16,384 blocks and
            // more.
            0xFF, 0xC4, 0, 20, 0x00, 1, .. new byte[15], 0,
            0xFF, 0xC4, 0, 21, 0x10, 1, 1, .. new byte[14], 0x00, 0xE0,
        ];
        byte[] empty = [.. Enumerable.Repeat((byte[])[0xBF, 0xFE], (blocks / 32_766) + 1).SelectMany(run => run)];
        return
        [
            .. frame,
            0xFF, 0xDA, 0, 8, 1, 1, 0, 0, 0, 0, .. new byte[(blocks / 8) + 1],
            .. Enumerable.Range(0, scans - 1).SelectMany(scan => Scan((byte)(1 + (scan % 63)), scan / 63)),
            0xFF, 0xD9,
        ];

        // A coefficient's first bits, then one bit after the other.
        byte[] Scan(byte coefficient, int pass) =>
            [0xFF, 0xDA, 0, 8, 1, 1, 0x10, coefficient, coefficient, (byte)(pass == 0 ? 13 : ((14 - pass) << 4) | (13 - pass)), .. empty];
    }

    /// <summary>A PNG with chunks of text that unfold to almost 8 MB each, which is the most that a decoder takes.</summary>
    public static byte[] PngWithText(byte[] png, int chunks)
    {
        var text = Bomb.Chunk("zTXt", [.. "Comment\0\0"u8, .. Bomb.Zeros(7_900_000)]);
        return PngWith(png, [.. Enumerable.Repeat(text, chunks).SelectMany(chunk => chunk)]);
    }

    /// <summary>A PNG with an ICC profile.</summary>
    public static byte[] PngWithProfile(byte[] png, byte[] profile) =>
        PngWith(png, Bomb.Chunk("iCCP", [.. "p\0\0"u8, .. Zlib(profile)]));

    /// <summary>A PNG with chunks behind its signature and header.</summary>
    public static byte[] PngWith(byte[] png, byte[] chunks) => [.. png[..33], .. chunks, .. png[33..]];

    private static byte[] Zlib(byte[] bytes)
    {
        using var compressed = new MemoryStream();
        using (var zlib = new ZLibStream(compressed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            zlib.Write(bytes);
        }

        return compressed.ToArray();
    }
}
