using System.Buffers.Binary;
using System.Text;

namespace Iris.Deployment.Packaging;

/// <summary>
/// As much of a 64-bit little-endian ELF file as tells whether Amazon Linux can load it: the machine, and the versioned symbols that it
/// needs of other libraries (section .gnu.version_r, <see
/// href="https://refspecs.linuxbase.org/LSB_5.0.0/LSB-Core-generic/LSB-Core-generic/symversion.html"/>).
/// </summary>
public sealed record ElfFile(ushort Machine, IReadOnlyList<string> NeededVersions)
{
    private const uint VersionNeeds = 0x6ffffffe;
    private const uint NoBits = 8;

    /// <summary>The highest GLIBC_x.y that is needed, or null.</summary>
    public Version? Glibc => NeededVersions
        .Where(static version => version.StartsWith("GLIBC_", StringComparison.Ordinal))
        .Select(static version => Version.TryParse(version["GLIBC_".Length..], out var parsed) ? parsed : null)
        .Max();

    /// <summary>Whether the bytes begin as an ELF file does.</summary>
    public static bool IsElf(ReadOnlySpan<byte> bytes) => bytes.StartsWith("\u007fELF"u8);

    public static ElfFile Read(ReadOnlySpan<byte> bytes)
    {
        if (!IsElf(bytes) || bytes.Length < 64 || bytes[4] != 2 || bytes[5] != 1)
        {
            throw new InvalidDataException("This is no 64-bit little-endian ELF file.");
        }

        List<string> versions = [];

        foreach (var section in Sections(bytes))
        {
            if (section.Type == VersionNeeds)
            {
                ReadNeeds(bytes[section.Range], bytes[Sections(bytes)[section.Link].Range], versions);
            }
        }

        return new ElfFile(UInt16(bytes, 18), versions);
    }

    // Elf64_Ehdr: e_shoff at 40, e_shentsize at 58, e_shnum at 60. Elf64_Shdr: sh_type at 4, sh_offset at 24, sh_size at 32, sh_link at 40.
    private static List<Section> Sections(ReadOnlySpan<byte> bytes)
    {
        var offset = Int64(bytes, 40);
        var size = UInt16(bytes, 58);
        List<Section> sections = [];

        for (var index = 0; index < UInt16(bytes, 60); index++)
        {
            var header = bytes.Slice(checked((int)offset) + (index * size), size);
            var start = checked((int)Int64(header, 24));
            var length = UInt32(header, 4) == NoBits ? 0 : checked((int)Int64(header, 32));
            sections.Add(new Section(UInt32(header, 4), start..(start + length), (int)UInt32(header, 40)));
        }

        return sections;
    }

    // Elf64_Verneed: vn_cnt at 2, vn_aux at 8, vn_next at 12. Elf64_Vernaux: vna_name at 8, vna_next at 12.
    private static void ReadNeeds(ReadOnlySpan<byte> needs, ReadOnlySpan<byte> names, List<string> versions)
    {
        for (int need = 0, next = -1; next != 0; need += next)
        {
            next = (int)UInt32(needs, need + 12);
            var version = need + (int)UInt32(needs, need + 8);

            for (var left = UInt16(needs, need + 2); left > 0; left--)
            {
                var name = names[(int)UInt32(needs, version + 8)..];
                versions.Add(Encoding.ASCII.GetString(name[..name.IndexOf((byte)0)]));
                version += (int)UInt32(needs, version + 12);
            }
        }
    }

    private static ushort UInt16(ReadOnlySpan<byte> bytes, int offset) => BinaryPrimitives.ReadUInt16LittleEndian(bytes[offset..]);

    private static uint UInt32(ReadOnlySpan<byte> bytes, int offset) => BinaryPrimitives.ReadUInt32LittleEndian(bytes[offset..]);

    private static long Int64(ReadOnlySpan<byte> bytes, int offset) => BinaryPrimitives.ReadInt64LittleEndian(bytes[offset..]);

    private readonly record struct Section(uint Type, Range Range, int Link);
}
