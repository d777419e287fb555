namespace Iris.AppHost;

/// <summary>Where the stand-ins of AWS keep what they store.</summary>
internal sealed class StateFolder : IDisposable
{
    private readonly string _root;
    private readonly bool _isEphemeral;

    private StateFolder(string root, bool isEphemeral)
    {
        _root = root;
        _isEphemeral = isEphemeral;
    }

    public static StateFolder For(AppHostArguments arguments, string appHostDirectory) => arguments.Ephemeral
        ? new StateFolder(Directory.CreateTempSubdirectory("iris-").FullName, isEphemeral: true)
        : new StateFolder(Path.GetFullPath(arguments.Data ?? Path.Combine(appHostDirectory, "..", ".data")), isEphemeral: false);

    public string Of(string resource) => Path.Combine(_root, resource);

    public void Dispose()
    {
        if (_isEphemeral)
        {
            Directory.Delete(_root, recursive: true);
        }
    }
}
