namespace Iris.AppHost;

/// <summary>Where everything that outlives a run is kept: what the services of AWS store, and what the dashboard remembers.</summary>
internal sealed class DataFolder(Arguments arguments, string appHostDirectory) : IDisposable
{
    private readonly string _root = arguments.Ephemeral
        ? Directory.CreateTempSubdirectory("iris-").FullName
        : Path.GetFullPath(arguments.Data ?? Path.Combine(appHostDirectory, "..", ".data"));

    public string Of(string resource) => Path.Combine(_root, resource);

    public void Dispose()
    {
        if (arguments.Ephemeral)
        {
            Directory.Delete(_root, recursive: true);
        }
    }
}
