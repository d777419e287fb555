namespace LocalAws.S3.Storage;

/// <summary>Keeps a second process out of the data directory; the system lets go of it however this one ends.</summary>
internal sealed class DataDirectoryLock : IDisposable
{
    private readonly FileStream _file;

    public DataDirectoryLock(string directory)
    {
        Directory.CreateDirectory(directory);
        try
        {
            _file = new FileStream(Path.Combine(directory, "lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException exception)
        {
            throw new InvalidOperationException(
                $"S3:DataDirectory {directory} is in use by another process. Stop it, or choose another directory.", exception);
        }
    }

    public void Dispose() => _file.Dispose();
}
