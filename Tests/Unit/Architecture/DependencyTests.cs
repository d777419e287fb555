using System.Text.RegularExpressions;
using Iris.Tests.Support;

namespace Iris.Tests.Unit.Architecture;

public sealed partial class DependencyTests
{
    /// <summary>Which folder may name which, whatever else it would find useful.</summary>
    [Theory]
    [InlineData("Catalog")]
    [InlineData("ServiceDefaults")]
    [InlineData("StandIns")]
    [InlineData("ImageApi", "Catalog", "ServiceDefaults", "StandIns")]
    [InlineData("ImageProcessor", "Catalog", "ServiceDefaults", "StandIns")]
    [InlineData("LocalAws", "LocalAws", "ServiceDefaults")]
    [InlineData("Tools", "Catalog", "LocalAws", "Tools")]
    [InlineData("AppHost", "ImageApi", "ImageProcessor", "LocalAws", "StandIns", "Tools")]
    public void A_folder_stands_on_these_and_no_other(string folder, params string[] others) =>
        Assert.Empty(
            from project in Project.All
            where project.TopFolder == folder && !LooksAtEverything(project)
            from named in project.Projects.Select(Project.Named)
            where !others.Contains(named.TopFolder)
            select $"{project.Name} names {named.Name}");

    [Fact]
    public void Imaging_knows_no_AWS() =>
        Assert.DoesNotContain(
            Directory.EnumerateFiles(Repository.PathOf("ImageProcessor", "Imaging"), "*.cs", SearchOption.AllDirectories),
            path => Aws().IsMatch(File.ReadAllText(path)));

    [Fact]
    public void The_catalog_knows_no_ASP_NET() =>
        Assert.DoesNotContain("Microsoft.AspNetCore.App", Project.Named("Catalog").Frameworks);

    [Theory]
    [InlineData("AppHost")]
    [InlineData("Catalog")]
    [InlineData("Client")]
    [InlineData("ImageApi")]
    [InlineData("ImageProcessor")]
    [InlineData("Ops")]
    [InlineData("Seed")]
    [InlineData("ServiceDefaults")]
    public void Nothing_outside_LocalAws_names_a_LocalAws_type(string name) =>
        Assert.DoesNotContain(
            Project.Named(name).SourceFiles(),
            path => LocalAwsType().IsMatch(File.ReadAllText(path)));

    /// <summary>Code names what the stand-ins stand in for: it would not notice if the packages came.</summary>
    [Fact]
    public void Stand_ins_are_named_by_project_files_alone() =>
        Assert.Empty(
            from project in Project.All
            where project.TopFolder != "StandIns"
            from path in project.SourceFiles()
            where FolderOfStandIns().IsMatch(File.ReadAllText(path))
            select Path.GetRelativePath(Repository.Root, path));

    private static bool LooksAtEverything(Project project) =>
        project.Name == "Benchmarks" || project.Name.EndsWith(".Tests", StringComparison.Ordinal);

    // Of the catalog it knows why an image is rejected, and nothing that stores one.
    [GeneratedRegex(@"using\s+(Amazon|Iris\.Catalog\.)|\b(Amazon|Catalog)\.\w+\.")]
    private static partial Regex Aws();

    // The account that is this machine is what the AppHost and ops need to know of it.
    // "Projects.LocalAws_S3" is metadata made from a project's name, and so is the telemetry source "LocalAws.*": neither is a type.
    [GeneratedRegex(@"using\s+LocalAws\.(?!Shared;)|(?<![""\w])LocalAws\.\w+\.\w+")]
    private static partial Regex LocalAwsType();

    [GeneratedRegex(@"using\s+StandIns\b|StandIns[./]")]
    private static partial Regex FolderOfStandIns();
}
