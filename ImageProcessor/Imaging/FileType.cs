namespace Iris.ImageProcessor.Imaging;

/// <summary>What the first bytes of a file say that it is. Neither its name nor its declared content type is asked.</summary>
/// <param name="Name">The format's usual name, such as "TIFF".</param>
/// <param name="Format">The format, if it is one that is decoded.</param>
public sealed record FileType(string Name, ImageFormat? Format = null)
{
    private static readonly FileType s_heic = new("HEIC");

    private static readonly (byte[] Magic, FileType Type)[] s_signatures =
    [
        ([0xFF, 0xD8, 0xFF], new("JPEG", ImageFormat.Jpeg)),
        ([0x89, .. "PNG\r\n"u8, 0x1A, 0x0A], new("PNG", ImageFormat.Png)),
        ([.. "GIF87a"u8], new("GIF", ImageFormat.Gif)),
        ([.. "GIF89a"u8], new("GIF", ImageFormat.Gif)),
        ([.. "II*\0"u8], new("TIFF")),
        ([.. "MM\0*"u8], new("TIFF")),
        ([.. "II+\0"u8], new("BigTIFF")),
        ([.. "MM\0+"u8], new("BigTIFF")),
        ([.. "%PDF-"u8], new("PDF")),
        ([.. "8BPS"u8], new("Photoshop")),
        ([0xFF, 0x0A], new("JPEG XL")),
        ([0, 0, 0, 0x0C, .. "JXL \r\n"u8, 0x87, 0x0A], new("JPEG XL")),
        ([0, 0, 0, 0x0C, .. "jP  \r\n"u8, 0x87, 0x0A], new("JPEG 2000")),
        ([0xFF, 0x4F, 0xFF, 0x51], new("JPEG 2000")),
        ([0x76, 0x2F, 0x31, 0x01], new("OpenEXR")),
        ([.. "#?RADIANCE"u8], new("Radiance HDR")),
        ([.. "qoif"u8], new("QOI")),
        ([.. "DDS "u8], new("DDS")),
        ([0, 0, 1, 0], new("ICO")),
    ];

    /// <summary>Recognises a file by its first bytes.</summary>
    /// <param name="bytes">The file, or at least its first kilobyte.</param>
    /// <returns>The type, or <see langword="null"/> for what is no image.</returns>
    public static FileType? Sniff(ReadOnlySpan<byte> bytes)
    {
        foreach (var (magic, type) in s_signatures)
        {
            if (bytes.StartsWith(magic))
            {
                return type;
            }
        }

        return bytes switch
        {
            [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', (byte)'E', (byte)'B', (byte)'P', ..] => new("WebP", ImageFormat.WebP),
            [_, _, _, _, (byte)'f', (byte)'t', (byte)'y', (byte)'p', ..] => SniffBrands(bytes),
            // "BM", the file's length, then two reserved words that are zero: text can begin with "BM" too.
            [(byte)'B', (byte)'M', _, _, _, _, 0, 0, 0, 0, ..] => new("BMP"),
            _ => IsSvg(bytes) ? new("SVG") : null,
        };
    }

    // ISO/IEC 14496-12: size, "ftyp", major brand, minor version, compatible brands, four bytes each. A video has brands of its own.
    private static FileType? SniffBrands(ReadOnlySpan<byte> bytes)
    {
        var size = (int)Math.Min(System.Buffers.Binary.BinaryPrimitives.ReadUInt32BigEndian(bytes), 256);
        var box = bytes[..Math.Min(size, bytes.Length)];
        FileType? type = null;

        for (var at = 8; at + 4 <= box.Length; at += at == 8 ? 8 : 4)
        {
            var brand = box.Slice(at, 4);
            if (brand.SequenceEqual("avif"u8) || brand.SequenceEqual("avis"u8))
            {
                return new("AVIF", ImageFormat.Avif);
            }

            if (brand.StartsWith("hei"u8) || brand.StartsWith("hev"u8) || brand.SequenceEqual("mif1"u8) || brand.SequenceEqual("msf1"u8))
            {
                type = s_heic;
            }
        }

        return type;
    }

    private static bool IsSvg(ReadOnlySpan<byte> bytes)
    {
        var head = bytes[..Math.Min(bytes.Length, 1024)];
        head = head.StartsWith("\xEF\xBB\xBF"u8) || head is [0xEF, 0xBB, 0xBF, ..] ? head[3..] : head;
        head = head.TrimStart(" \t\r\n"u8);
        return head is [(byte)'<', ..] && head.IndexOf("<svg"u8) >= 0;
    }
}
