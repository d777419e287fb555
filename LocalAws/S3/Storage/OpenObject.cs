using Microsoft.Win32.SafeHandles;

namespace LocalAws.S3.Storage;

/// <summary>An object and its open file.</summary>
internal sealed class OpenObject(StoredObject stored, SafeFileHandle file) : IDisposable
{
    public StoredObject Stored { get; } = stored;

    public SafeFileHandle File { get; } = file;

    public void Dispose() => File.Dispose();
}
