namespace Iris.Deployment;

/// <summary>The clone of the repository that a command works on.</summary>
public static class Checkout
{
    public static string Root { get; } = Find(Environment.CurrentDirectory)
        ?? Find(AppContext.BaseDirectory)
        ?? Environment.CurrentDirectory;

    public static string PathOf(params ReadOnlySpan<string> parts) => Path.Combine([Root, .. parts]);

    private static string? Find(string start)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Iris.slnx")))
            {
                return folder.FullName;
            }
        }

        return null;
    }
}
