using Iris.Tests.Support;

namespace Iris.Tests.Unit.Architecture;

public sealed class FileSizeTests
{
    [Fact]
    public void No_source_file_is_longer_than_250_lines() =>
        Assert.Empty(LongerThan(250, Project.All.SelectMany(project => project.SourceFiles())));

    [Fact]
    public void Every_Program_reads_like_a_table_of_contents() =>
        Assert.Empty(
            LongerThan(40, Project.All.SelectMany(project => project.SourceFiles()).Where(path => Path.GetFileName(path) == "Program.cs")));

    private static IEnumerable<string> LongerThan(int lines, IEnumerable<string> files) =>
        files
            .Select(path => (Path: Path.GetRelativePath(Repository.Root, path), Lines: File.ReadLines(path).Count(line => !string.IsNullOrWhiteSpace(line))))
            .Where(file => file.Lines > lines)
            .Select(file => $"{file.Path}: {file.Lines} lines");
}
