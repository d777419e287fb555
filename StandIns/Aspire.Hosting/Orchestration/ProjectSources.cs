using System.Xml.Linq;

namespace Aspire.Hosting.Orchestration;

/// <summary>The files that a project is built from.</summary>
internal static class ProjectSources
{
    private static readonly string[] s_skipped = ["bin", "obj", "artifacts", "node_modules", "Properties", ".git"];
    private static readonly HashSet<string> s_extensions = new([".cs", ".csproj", ".json", ".props", ".targets", ".proto", ".resx"], StringComparer.OrdinalIgnoreCase);

    /// <summary>When a source of the project, or of a project that it references, last changed.</summary>
    public static DateTime NewestChange(string projectPath) =>
        Closure(projectPath)
            .SelectMany(static project => Files(new DirectoryInfo(Path.GetDirectoryName(project)!)))
            .Select(static file => file.LastWriteTimeUtc)
            .DefaultIfEmpty()
            .Max();

    private static HashSet<string> Closure(string projectPath)
    {
        HashSet<string> seen = [];
        var waiting = new Stack<string>([Path.GetFullPath(projectPath)]);
        while (waiting.TryPop(out var project))
        {
            if (File.Exists(project) && seen.Add(project))
            {
                foreach (var reference in References(project))
                {
                    waiting.Push(reference);
                }
            }
        }

        return seen;
    }

    private static IEnumerable<string> References(string project) =>
        from reference in XDocument.Load(project).Descendants("ProjectReference")
        let include = (string?)reference.Attribute("Include")
        where include is not null
        select Path.GetFullPath(include.Replace('\\', Path.DirectorySeparatorChar), Path.GetDirectoryName(project)!);

    private static IEnumerable<FileInfo> Files(DirectoryInfo folder)
    {
        foreach (var entry in folder.EnumerateFileSystemInfos())
        {
            if (entry is FileInfo file && s_extensions.Contains(file.Extension))
            {
                yield return file;
            }
            else if (entry is DirectoryInfo subfolder && !s_skipped.Contains(subfolder.Name))
            {
                foreach (var inner in Files(subfolder))
                {
                    yield return inner;
                }
            }
        }
    }
}
