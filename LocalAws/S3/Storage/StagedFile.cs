using Microsoft.Win32.SafeHandles;

namespace LocalAws.S3.Storage;

/// <summary>A body on its way in. It becomes an object by a rename, and nothing otherwise.</summary>
internal sealed class StagedFile : IDisposable
{
    private readonly string _path;
    private readonly SafeFileHandle _file;
    private bool _moved;

    public StagedFile(string path)
    {
        _path = path;
        _file = File.OpenHandle(path, FileMode.CreateNew, FileAccess.Write, FileShare.None);
    }

    public long Length { get; private set; }

    public void Append(ReadOnlySpan<byte> data)
    {
        RandomAccess.Write(_file, data, Length);
        Length += data.Length;
    }

    public void MoveTo(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.Move(_path, path);
        _moved = true;
    }

    public void Dispose()
    {
        _file.Dispose();
        if (!_moved)
        {
            File.Delete(_path);
        }
    }
}
