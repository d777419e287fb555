using Iris.ImageProcessor.Imaging.Containers;

using static System.Buffers.Binary.BinaryPrimitives;

namespace Iris.ImageProcessor.Imaging;

/// <summary>What the first bytes of a file say that it is. Neither its name nor its declared content type is asked.</summary>
/// <param name="Name">The format's usual name, such as "TIFF".</param>
/// <param name="Format">The format, if it is one that is decoded.</param>
/// <param name="Remedy">What to do about one that is not.</param>
public sealed record FileType(string Name, ImageFormat? Format = null, string Remedy = "Send a JPEG, PNG, WebP, GIF or AVIF.")
{
    private const string AskTheCamera = "Set the camera to JPEG as well, or export the photograph as JPEG.";

    private static readonly FileType
        s_heic = new(
            "HEIC",
            Remedy: "Export the photograph as JPEG; an iPhone takes JPEGs when Settings, Camera, Formats is set to Most Compatible."),
        s_cameraRaw = new("A camera's raw file", Remedy: AskTheCamera),
        s_miniature = new("AVIF with the short header of mif3", Remedy: "Save it as an ordinary AVIF, or as a JPEG, PNG, WebP or GIF.");

    private static readonly (byte[] Magic, FileType Type)[] s_signatures =
    [
        ([0xFF, 0xD8, 0xFF], new("JPEG", ImageFormat.Jpeg)),
        ([0x89, .. "PNG\r\n"u8, 0x1A, 0x0A], new("PNG", ImageFormat.Png)),
        ([.. "GIF87a"u8], new("GIF", ImageFormat.Gif)),
        ([.. "GIF89a"u8], new("GIF", ImageFormat.Gif)),
        ([.. "FUJIFILMCCD-RAW"u8], s_cameraRaw),
        ([.. "IIRO"u8], s_cameraRaw),
        ([.. "IIRS"u8], s_cameraRaw),
        ([.. "MMOR"u8], s_cameraRaw),
        ([.. "IIU\0"u8], s_cameraRaw),
        ([.. "FOVb"u8], s_cameraRaw),
        ([0, .. "MRM"u8], s_cameraRaw),
        ([.. "II"u8, 0x1A, 0, 0, 0, .. "HEAPCCDR"u8], s_cameraRaw),
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
            [(byte)'I', (byte)'I', (byte)'*', 0, ..] or [(byte)'M', (byte)'M', 0, (byte)'*', ..] =>
                IsCameraRaw(bytes) ? s_cameraRaw : new("TIFF"),
            [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', (byte)'E', (byte)'B', (byte)'P', ..] =>
                new("WebP", ImageFormat.WebP),
            [_, _, _, _, (byte)'f', (byte)'t', (byte)'y', (byte)'p', ..] => SniffBrands(bytes),
            // "BM", the file's length, then two reserved words that are zero: text can begin with "BM" too.
            [(byte)'B', (byte)'M', _, _, _, _, 0, 0, 0, 0, ..] => new("BMP"),
            _ => IsSvg(bytes) ? new("SVG") : null,
        };
    }

    // ISO/IEC 14496-12: size, "ftyp", major brand, minor version, compatible brands, four bytes each. A video has brands of its own.
    private static FileType? SniffBrands(ReadOnlySpan<byte> bytes)
    {
        var size = (int)Math.Min(ReadUInt32BigEndian(bytes), 256);
        var box = bytes[..Math.Min(size, bytes.Length)];
        FileType? type = null;

        for (var at = 8; at + 4 <= box.Length; at += at == 8 ? 8 : 4)
        {
            var brand = box.Slice(at, 4);
            if (at == 8 && brand.SequenceEqual("mif3"u8))
            {
                return s_miniature;
            }

            if (at == 8 && brand.SequenceEqual("crx "u8))
            {
                return s_cameraRaw;
            }

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

    // Most cameras write their raw files as TIFF. Canon says so behind the header; the others have a directory that names the camera (tag
    // 271) and others beneath it (330), or the version of DNG (50706). Sixteen entries and more may be in it, in order of their tags.
    private static bool IsCameraRaw(ReadOnlySpan<byte> tiff)
    {
        const int Entry = 12, Make = 271, SubDirectories = 330, DngVersion = 50706;

        if (tiff.Length < 10 || tiff[8..].StartsWith("CR"u8))
        {
            return tiff.Length >= 10;
        }

        var isLittleEndian = tiff[0] == 'I';
        var directory = isLittleEndian ? ReadUInt32LittleEndian(tiff[4..]) : ReadUInt32BigEndian(tiff[4..]);
        var (hasMake, hasSubDirectories) = (false, false);

        for (var at = directory + 2L; at + Entry <= tiff.Length; at += Entry)
        {
            var tag = isLittleEndian ? ReadUInt16LittleEndian(tiff[(int)at..]) : ReadUInt16BigEndian(tiff[(int)at..]);
            (hasMake, hasSubDirectories) = (hasMake || tag == Make, hasSubDirectories || tag == SubDirectories);

            if (tag == DngVersion || (hasMake && hasSubDirectories))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsSvg(ReadOnlySpan<byte> bytes)
    {
        var head = bytes[..Math.Min(bytes.Length, 1024)];
        head = head.StartsWith("\xEF\xBB\xBF"u8) || head is [0xEF, 0xBB, 0xBF, ..] ? head[3..] : head;
        head = head.TrimStart(" \t\r\n"u8);
        return head is [(byte)'<', ..] && head.IndexOf("<svg"u8) >= 0;
    }
}
