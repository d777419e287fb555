using System.Buffers.Binary;
using System.IO.Hashing;
using System.Text;

namespace Iris.Tests.Support.Pictures;

/// <summary>Adds chunks to a PNG that libvips wrote: what libvips cannot be asked to say.</summary>
public static class EditedPng
{
    private const int EndOfHeader = 33;

    /// <summary>How the numbers are encoded, by ITU-T H.273.</summary>
    public static byte[] WithCodePoints(byte[] file, int primaries, int transfer) =>
        With(file, "cICP", [(byte)primaries, (byte)transfer, 0, 1]);

    /// <summary>That they are the light to the power of <paramref name="gamma"/>.</summary>
    public static byte[] WithGamma(byte[] file, double gamma) => With(file, "gAMA", Numbers([gamma]));

    /// <summary>Where white, red, green and blue lie, x and y of each.</summary>
    public static byte[] WithPrimaries(byte[] file, double[] chromaticities) => With(file, "cHRM", Numbers(chromaticities));

    /// <summary>Adds a chunk behind the header.</summary>
    public static byte[] With(byte[] file, string type, ReadOnlySpan<byte> data) =>
        [.. file[..EndOfHeader], .. Chunk(type, data), .. file[EndOfHeader..]];

    /// <summary>An animation of two pictures of one size: of the second only its data are taken.</summary>
    public static byte[] Animated(byte[] first, byte[] second)
    {
        // Numbers count the frames' chunks; then size, place, a second of time, and how to dispose and to blend.
        byte[] Frame(byte number) => Chunk("fcTL", [0, 0, 0, number, .. first[16..24], 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 1, 0, 0]);
        var data = second.AsSpan().IndexOf("IDAT"u8);
        var length = BinaryPrimitives.ReadInt32BigEndian(second.AsSpan(data - 4));
        return
        [
            .. first[..EndOfHeader], .. Chunk("acTL", [0, 0, 0, 2, 0, 0, 0, 0]), .. Frame(0), .. first[EndOfHeader..^12],
            .. Frame(1), .. Chunk("fdAT", [0, 0, 0, 2, .. second.AsSpan(data + 4, length)]), .. first[^12..],
        ];
    }

    private static byte[] Chunk(string type, ReadOnlySpan<byte> data)
    {
        var chunk = new byte[12 + data.Length];
        BinaryPrimitives.WriteInt32BigEndian(chunk, data.Length);
        Encoding.ASCII.GetBytes(type, chunk.AsSpan(4));
        data.CopyTo(chunk.AsSpan(8));
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(8 + data.Length), Crc32.HashToUInt32(chunk.AsSpan(4, 4 + data.Length)));
        return chunk;
    }

    // PNG, 11.3.2: whole numbers, times 100,000.
    private static byte[] Numbers(double[] values)
    {
        var numbers = new byte[4 * values.Length];
        for (var at = 0; at < values.Length; at++)
        {
            BinaryPrimitives.WriteInt32BigEndian(numbers.AsSpan(4 * at), (int)Math.Round(values[at] * 100_000));
        }

        return numbers;
    }
}
