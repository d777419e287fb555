namespace Iris.Deployment.Packaging;

/// <summary>Puts what was made in one folder into another, and leaves nothing else there.</summary>
public static class FolderCopy
{
    public static void Replace(string source, string target)
    {
        if (!Directory.Exists(source))
        {
            throw OperationException.Unusable($"There is no folder {source}.");
        }

        if (Path.GetFullPath(source) == Path.GetFullPath(target))
        {
            return;
        }

        if (Directory.Exists(target))
        {
            Directory.Delete(target, recursive: true);
        }

        foreach (var path in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(target, Path.GetRelativePath(source, path));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(path, copy);
        }
    }
}
