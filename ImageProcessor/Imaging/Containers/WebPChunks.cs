using System.Buffers.Binary;
using System.Text;
using Iris.Catalog;

namespace Iris.ImageProcessor.Imaging.Containers;

/// <summary>WebP (RFC 9649): "RIFF", a length, "WEBP", then chunks of a type, a length and data, padded to an even length.</summary>
internal static class WebPChunks
{
    private const int RiffLength = 12, HeaderLength = 8, ExtendedLength = 10;

    // RFC 9649, section 2.7: what VP8X says of the file.
    private const int HasProfile = 0x20, HasAlpha = 0x10, HasExif = 0x08, IsAnimated = 0x02;

    public static Rejection? Reduce(byte[] file, Pieces kept)
    {
        if (file.Length < RiffLength)
        {
            kept.Keep(0, file.Length);
            return null;
        }

        var riff = HeaderLength + (long)BinaryPrimitives.ReadUInt32LittleEndian(file.AsSpan(4));
        var end = (int)Math.Min(riff, file.Length);
        var (extended, exif) = (Array.Empty<byte>(), Array.Empty<byte>());
        List<(int Start, int End)> chunks = [];
        HashSet<string> seen = [];
        var missing = 0L;

        for (var at = RiffLength; at + HeaderLength <= end;)
        {
            var type = Encoding.Latin1.GetString(file, at, 4);
            var length = BinaryPrimitives.ReadUInt32LittleEndian(file.AsSpan(at + 4));
            var next = Math.Min(riff, at + (long)HeaderLength + length + (length & 1));
            var stop = (int)Math.Min(next, end);
            var data = file.AsSpan(at + HeaderLength, (int)Math.Min(length, stop - at - HeaderLength));

            // Of each kind the first: of an animation that is the first frame.
            switch (type)
            {
                case not "EXIF" when !seen.Add(type):
                    break;
                case "VP8X" when data.Length >= ExtendedLength && chunks is []:
                    extended = file[at..stop];
                    break;
                case "EXIF" when exif is [] && ExifOrientation.Read(data) is { } orientation:
                    exif = [.. "EXIF"u8, 26, 0, 0, 0, .. ExifOrientation.Write(orientation)];
                    break;
                case "ICCP" when ColorProfile.IsAccepted(data):
                case "ALPH" or "VP8 " or "VP8L" or "ANIM" or "ANMF":
                    chunks.Add((at, stop));
                    missing = next - stop;
                    break;
            }

            at = stop;
        }

        exif = extended is [] ? [] : exif;
        var size = RiffLength - HeaderLength + extended.Length + chunks.Sum(chunk => (long)chunk.End - chunk.Start) + missing + exif.Length;
        kept.Keep(0, 4);
        kept.Add(Number(size));
        kept.Keep(HeaderLength, RiffLength);

        if (extended is not [])
        {
            var flags = chunks.Aggregate(extended[HeaderLength] & HasAlpha, (flags, chunk) => flags | file.AsSpan(chunk.Start, 4) switch
            {
                [(byte)'I', ..] => HasProfile,
                [(byte)'A', (byte)'N', ..] => IsAnimated,
                _ => 0,
            });
            extended[HeaderLength] = (byte)(flags | (exif is [] ? 0 : HasExif));
            kept.Add(extended);
        }

        chunks.ForEach(chunk => kept.Keep(chunk.Start, chunk.End));
        kept.Add(exif);
        return null;
    }

    private static byte[] Number(long value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, (uint)Math.Min(value, uint.MaxValue));
        return bytes;
    }
}
