using System.Xml.Linq;
using Iris.Tests.Support;

namespace Iris.Tests.Unit.Architecture;

/// <summary>What a project file says of itself: read as XML, so that references which only order the build count as well.</summary>
internal sealed record Project(
    string Name, string Folder, IReadOnlyList<string> Projects, IReadOnlyList<string> Packages, IReadOnlyList<string> Frameworks)
{
    public static IReadOnlyList<Project> All { get; } =
    [
        .. XDocument.Load(Repository.PathOf("Iris.slnx"))
            .Descendants("Project")
            .Select(project => Read(Repository.PathOf(project.Attribute("Path")!.Value))),
    ];

    /// <summary>The folder of the repository in which it lies.</summary>
    public string TopFolder => Path.GetRelativePath(Repository.Root, Folder).Split(Path.DirectorySeparatorChar)[0];

    public static Project Named(string name) => All.Single(project => project.Name == name);

    public IEnumerable<string> SourceFiles() =>
        Directory.EnumerateFiles(Folder, "*.cs", SearchOption.AllDirectories)
            .Where(path => !path.Contains("node_modules", StringComparison.Ordinal));

    private static Project Read(string path)
    {
        var document = XDocument.Load(path);
        IReadOnlyList<string> Includes(string item) =>
            [.. document.Descendants(item).Select(element => element.Attribute("Include")?.Value).OfType<string>()];
        return new(
            Path.GetFileNameWithoutExtension(path),
            Path.GetDirectoryName(path)!,
            [.. Includes("ProjectReference").Select(include => Path.GetFileNameWithoutExtension(include.Replace('\\', '/')))],
            Includes("PackageReference"),
            Includes("FrameworkReference"));
    }
}
