using System.IO.Compression;

namespace Iris.Deployment.Packaging;

/// <summary>A zip whose bytes follow from what is in it: names in order, one fixed time, fixed modes.</summary>
public static class ReproducibleZip
{
    private const int RegularFile = 0x8000;
    private const int UnixModeShift = 16;

    // The earliest time that the format knows.
    private static readonly DateTimeOffset s_time = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static byte[] Create(IEnumerable<ZipContent> contents)
    {
        using var bytes = new MemoryStream();

        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var content in contents.OrderBy(static content => content.Name, StringComparer.Ordinal))
            {
                var entry = zip.CreateEntry(content.Name, CompressionLevel.SmallestSize);
                entry.LastWriteTime = s_time;
                entry.ExternalAttributes = (RegularFile | (int)content.Mode) << UnixModeShift;
                using var stream = entry.Open();
                stream.Write(content.Bytes);
            }
        }

        return bytes.ToArray();
    }
}

/// <summary>One file in a package.</summary>
public sealed record ZipContent(string Name, byte[] Bytes, UnixFileMode Mode)
{
    private const UnixFileMode Readable = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead;
    private const UnixFileMode Executable = Readable | UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    public static ZipContent Program(string name, byte[] bytes) => new(name, bytes, Executable);

    public static ZipContent File(string name, byte[] bytes) => new(name, bytes, Readable);
}
