namespace Iris.Ops.Packaging;

/// <summary>One file in a package.</summary>
internal sealed record ZipContent(string Name, byte[] Bytes, UnixFileMode Mode)
{
    private const UnixFileMode Readable = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead;
    private const UnixFileMode Executable = Readable | UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    public static ZipContent Program(string name, byte[] bytes) => new(name, bytes, Executable);

    public static ZipContent File(string name, byte[] bytes) => new(name, bytes, Readable);
}
