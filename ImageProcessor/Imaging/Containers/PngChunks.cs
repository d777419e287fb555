using System.Buffers.Binary;
using System.IO.Compression;
using System.IO.Hashing;
using System.Text;
using Iris.Catalog;

namespace Iris.ImageProcessor.Imaging.Containers;

/// <summary>PNG (third edition, section 5): a signature, then chunks of length, type, data and CRC.</summary>
internal static class PngChunks
{
    private const int SignatureLength = 8, Overhead = 12;

    public static Rejection? Reduce(byte[] file, Pieces kept)
    {
        HashSet<string> seen = [];
        var signature = Math.Min(SignatureLength, file.Length);
        kept.Keep(0, signature);

        for (var at = signature; at < file.Length;)
        {
            var end = at + (long)Overhead + (at + 4 <= file.Length ? BinaryPrimitives.ReadUInt32BigEndian(file.AsSpan(at)) : 0);
            if (end > file.Length)
            {
                kept.Keep(at, file.Length);
                break;
            }

            var type = Encoding.Latin1.GetString(file, at + 4, 4);
            var data = file.AsSpan((at + 8)..((int)end - 4));

            switch (type)
            {
                case "eXIf" when seen.Add(type) && ExifOrientation.Read(data) is { } orientation:
                    kept.Add(Chunk("eXIf"u8, ExifOrientation.Write(orientation)));
                    break;
                case "iCCP" when seen.Add(type) && HasAcceptedProfile(data):
                case "tRNS" or "gAMA" or "cHRM" or "sRGB" or "cICP" when seen.Add(type):
                case [>= 'A' and <= 'Z', ..]: // critical: the picture itself, or something that the decoder has to refuse
                    kept.Keep(at, (int)end);
                    break;
            }

            if (type == "IEND")
            {
                break;
            }

            at = (int)end;
        }

        return null;
    }

    // A name of up to 79 characters, a zero, the method of compression, then a zlib stream that may unfold to gigabytes.
    private static bool HasAcceptedProfile(ReadOnlySpan<byte> data)
    {
        var compressed = data.IndexOf((byte)0) + 2;
        if (compressed is < 3 or > 81 || compressed > data.Length)
        {
            return false;
        }

        var profile = new byte[ColorProfile.MaxLength + 1];

        try
        {
            using var zlib = new ZLibStream(new MemoryStream(data[compressed..].ToArray(), writable: false), CompressionMode.Decompress);
            return ColorProfile.IsAccepted(profile.AsSpan(0, zlib.ReadAtLeast(profile, profile.Length, throwOnEndOfStream: false)));
        }
        catch (Exception unreadable) when (unreadable is InvalidDataException or IOException)
        {
            return false;
        }
    }

    private static byte[] Chunk(ReadOnlySpan<byte> type, ReadOnlySpan<byte> data)
    {
        var chunk = new byte[Overhead + data.Length];
        BinaryPrimitives.WriteInt32BigEndian(chunk, data.Length);
        type.CopyTo(chunk.AsSpan(4));
        data.CopyTo(chunk.AsSpan(8));
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(^4..), Crc32.HashToUInt32(chunk.AsSpan(4..^4)));
        return chunk;
    }
}
