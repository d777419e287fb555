using Aspire.Hosting.Orchestration;

namespace Iris.Tests.Unit.AspireHosting;

public sealed class SourcesAreWatched : IDisposable
{
    private static readonly DateTime s_old = new(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);
    private static readonly DateTime s_new = new(2026, 2, 1, 0, 0, 0, DateTimeKind.Utc);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("iris-sources-");

    public SourcesAreWatched()
    {
        Write(s_old, "<Project><ItemGroup><ProjectReference Include=\"..\\Library\\Library.csproj\" /></ItemGroup></Project>", "Web", "Web.csproj");
        Write(s_old, "", "Web", "Pages", "Program.cs");
        Write(s_old, "<Project />", "Library", "Library.csproj");
    }

    [Theory]
    [InlineData("Web/Pages/Program.cs", true)]
    [InlineData("Library/Code.cs", true)]
    [InlineData("Web/appsettings.json", true)]
    [InlineData("Web/obj/Generated.cs", false)]
    [InlineData("Web/notes.txt", false)]
    [InlineData("Other/Code.cs", false)]
    public void A_change_counts_when_the_project_is_built_from_it(string file, bool counts)
    {
        Write(s_new, "", file.Split('/'));

        Assert.Equal(counts ? s_new : s_old, ProjectSources.NewestChange(Path.Combine(_folder.FullName, "Web", "Web.csproj")));
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private void Write(DateTime time, string text, params string[] path)
    {
        var file = Path.Combine([_folder.FullName, .. path]);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
        File.SetLastWriteTimeUtc(file, time);
    }
}
