using System.Buffers.Binary;
using System.IO.Hashing;

namespace Iris.Tests.Support.Pictures;

/// <summary>
/// Damage as it happens, and as it is done on purpose, to pictures of every format: bits flipped, ranges overwritten, removed, repeated,
/// chunks and markers of one picture in another. A case is known by the seed and its number, and is the same wherever it is made.
/// </summary>
internal sealed class MutatedPictures(int seed)
{
    private const int MaxLength = 512 * 1024;

    private static readonly IReadOnlyList<byte[]> s_sound = SoundPictures.All();

    public byte[] Case(long number)
    {
        var random = new Random(unchecked((int)((seed * 1_000_003L) + (number * 31))));
        var picture = s_sound[(int)(number % s_sound.Count)];

        for (var times = random.Next(1, 6); times > 0 && picture.Length > 16; times--)
        {
            picture = random.Next(3) == 0 ? Splice(picture, random) : Mutation.Once(picture, random);
        }

        picture = picture.Length > MaxLength ? picture[..MaxLength] : picture;
        return random.Next(2) == 0 ? WithChecksums(picture) : picture;
    }

    // A range from one landmark to another: a few segments of a JPEG, chunks of a PNG or a WebP, boxes of an AVIF.
    private static byte[] Splice(byte[] bytes, Random random)
    {
        var other = random.Next(2) == 0 ? bytes : s_sound[random.Next(s_sound.Count)];
        var (at, to) = (Landmark(bytes, random), Landmark(bytes, random));
        var (from, length) = (Landmark(other, random), random.Next(4) == 0 ? random.Next(other.Length) : random.Next(1, 200));
        var range = other.AsSpan(from, Math.Min(length, other.Length - from));
        return random.Next(5) switch
        {
            0 => [.. bytes[..at], .. range, .. bytes[at..]],
            1 => [.. bytes[..at], .. range, .. bytes[Math.Min(bytes.Length, at + range.Length)..]],
            2 => [.. bytes[..Math.Min(at, to)], .. bytes[Math.Max(at, to)..]],
            3 => [.. bytes[..at], .. Repeat(range[..Math.Min(range.Length, 100)].ToArray(), random.Next(2, 300)), .. bytes[at..]],
            _ => Number(bytes, at, random),
        };
    }

    private static byte[] Repeat(byte[] range, int times) => [.. Enumerable.Repeat(range, times).SelectMany(bytes => bytes)];

    // Lengths, sizes and counts stand beside the names.
    private static byte[] Number(byte[] bytes, int at, Random random)
    {
        byte[] changed = [.. bytes];
        var place = Math.Clamp(at + random.Next(-4, 12), 0, bytes.Length - 4);
        uint[] numbers = [0, 1, 0x7F, 0xFF, 0xFFFF, 0x7FFF_FFFF, 0xFFFF_FFFF, 0x8000_0000, 16_384, (uint)bytes.Length, (uint)random.Next()];
        var number = numbers[random.Next(numbers.Length)];

        switch (random.Next(3))
        {
            case 0:
                BinaryPrimitives.WriteUInt32BigEndian(changed.AsSpan(place), number);
                break;
            case 1:
                BinaryPrimitives.WriteUInt32LittleEndian(changed.AsSpan(place), number);
                break;
            default:
                BinaryPrimitives.WriteUInt16BigEndian(changed.AsSpan(place), (ushort)number);
                break;
        }

        return changed;
    }

    // Four letters, or a marker; if there is none near, anything.
    private static int Landmark(byte[] bytes, Random random)
    {
        var start = random.Next(bytes.Length);

        for (var at = start; at < Math.Min(start + 2_000, bytes.Length - 4); at++)
        {
            if ((bytes[at] == 0xFF && bytes[at + 1] >= 0xC0) || bytes.AsSpan(at, 4).IndexOfAnyExcept(s_letters) < 0)
            {
                return at;
            }
        }

        return start;
    }

    // Behind a checksum that is wrong, a decoder of PNG looks at nothing.
    private static byte[] WithChecksums(byte[] bytes)
    {
        if (bytes is not [0x89, (byte)'P', ..])
        {
            return bytes;
        }

        byte[] summed = [.. bytes];

        for (long at = 8; at + 12 <= summed.Length;)
        {
            var end = at + 12 + BinaryPrimitives.ReadUInt32BigEndian(summed.AsSpan((int)at));
            if (end > summed.Length)
            {
                break;
            }

            BinaryPrimitives.WriteUInt32BigEndian(
                summed.AsSpan((int)end - 4), Crc32.HashToUInt32(summed.AsSpan((int)at + 4, (int)(end - at) - 8)));
            at = end;
        }

        return summed;
    }

    private static readonly System.Buffers.SearchValues<byte> s_letters =
        System.Buffers.SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz18 "u8);
}
